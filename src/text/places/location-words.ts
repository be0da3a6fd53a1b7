/** Words of posting locations that name no place of the market, and how they are read. */

const words = (list: string): ReadonlySet<string> => new Set(list.split(',').map((word) => word.trim()));

/** The job can be done away from an office. Phrases of up to three words. */
export const REMOTE_WORDS = words(
  'remote, remotely, remoto, remota, remotos, fully remote, wfh, work from home, work at home, home based, homebased, ' +
    'home office, home working, homeoffice, telecommute, telework, teletravail, teletrabajo, distributed, virtual, virtually, anywhere, ' +
    'worldwide, world wide, リモート, リモート勤務, 远程, 재택',
);

/** Before a word of remote work: it is not meant. */
export const NEGATIONS = words('no, not, non');
/** Before a place: the job is not there. */
export const EXCLUSIONS = words('non, not, outside, outside of, outside the, excluding, except');

/** Areas of several countries, and all of the world. */
export const WIDE_AREAS = words(
  'asia and middle east, europe and middle east, europe middle east and africa, europe middle east africa, middle east and africa, ' +
    'emea, apac, apj, japac, amer, americas, latam, noram, namer, namerica, na only, europe, eu, eea, european union, asia, africa, oceania, ' +
    'north america, northern america, south america, latin america, central america, the americas, middle east, mena, anz, ' +
    'australia and new zealand, asia pacific, asia pac, southeast asia, south east asia, south asia, east asia, central asia, northeast asia, ' +
    'western europe, eastern europe, southern europe, northern europe, central europe, central and eastern europe, cee, ' +
    'dach, nordics, nordic, benelux, iberia, scandinavia, baltics, balkans, caribbean, gcc, uki, uk and ireland, ' +
    'united kingdom and ireland, sub saharan africa, worldwide, world wide, global, globally, international, ' +
    'europa, america latina, latinoamerica, eur, the world',
);

/** Everywhere, when no place is named beside it. */
export const EVERYWHERE = words('anywhere, everywhere');

/** Words passed over between places. Phrases of up to three words. */
export const PASSED_OVER = words(
  'hybrid, hibrido, hybride, hybridremote, onsite, on site, in office, in person, inoffice, office, offices, hq, headquarters, headquarter, ' +
    'head office, corporate office, main office, field, field based, office based, based, only, preferred, preferably, ideally, ' +
    'flexible, flex, eligible, friendly, optional, first, the, a, in, at, of, from, within, near, around, to, for, with, across, ' +
    'our, metro, metro area, metropolitan area, metropolitan, greater, area, region, city of, opportunity, opportunities, position, role, ' +
    'days, day, week, per, times, full time, part time, contract, usa only, no, not, non, must, be, can, work, working, location, time, zone, zones, ' +
    'timezone, update, downtown, central, locations, select',
);

/** A town's name goes on when one of these stands right before or after it: `New London`, `Mexico Beach`. */
export const NAME_BEGINNINGS = words(
  'new, north, south, east, west, northern, southern, eastern, western, port, fort, ft, mount, mt, lake, san, santa, ' +
    'st, saint, el, la, los, las, upper, lower, old, great, cape, little, point, glen, palm, nova, villa, rio, bad, le, les, van',
);
/** The same before the name of a state or country: `Port Washington`, `Lake Michigan`. */
export const REGION_NAME_BEGINNINGS = words('port, fort, ft, mount, mt, lake');
export const NAME_ENDINGS = words(
  'beach, springs, township, twp, heights, park, hills, hill, falls, county, parish, valley, island, islands, isle, junction, village, lake, lakes, street, st, ' +
    'road, rd, avenue, ave, drive, dr, blvd, boulevard, way, lane, ln, highway, hwy, parkway, pkwy, plaza, mall, outlets, academy, ' +
    'school, schools, university, college, preparatory, hospital, church, stadium, arena, creek, river, mountain, mountains, ' +
    'bridge, crossing, ridge, point, grove, oaks, woods, tower, towers, house, square, gardens, bay, harbor, harbour, coast, tech, afb, ' +
    'terrace, forge, pueblo, grande, norte, sul, del, de, da, do, on, upon, am, sur, aux',
);

/** Joins alternatives. */
export const ALTERNATIVES = words('or, and, und, et, y, e, ou, oder, plus');

/** `2 locations`, `multiple cities`: more places than the text names. */
export const MORE_PLACES = words('locations, offices, cities, sites, markets, places, countries, states, regions');
export const MANY = words('multiple, various, several, many, different, other, all, any, select, additional, more');
