import { normalisePlace } from './normalise.js';

/** One spelling of one place; the market table `places` holds these rows beside their source. */
export interface PlaceRow {
  readonly place: string;
  readonly name: string;
  readonly kind: string;
  readonly country: string;
  /** Comma-separated state ids, principal first. */
  readonly states: string;
  readonly currency: string;
  readonly key: string;
}

/**
 * Begins the key of a place that lies inside the row's place and is answered by it: `in:london` on the row of
 * the United Kingdom. A normalised query cannot begin with it.
 */
export const WITHIN = 'in:';

/** A line of the OFLC geography file, or of any list of metropolitan areas by county. */
export interface GeographyLine {
  /** CBSA code; seven digits end a territory's own area. */
  readonly area: string;
  readonly areaName: string;
  readonly stateAb: string;
}

export interface CountriesFile {
  readonly countries: readonly {
    readonly code: string;
    readonly name: string;
    /** ISO 4217. */
    readonly currency: string;
    readonly aliases?: readonly string[];
    /** Cities and regions that are answered by the country. */
    readonly within?: readonly string[];
  }[];
}

export interface UsStatesFile {
  readonly states: readonly { readonly code: string; readonly name: string; readonly aliases?: readonly string[] }[];
  /** Reviewed spellings of metropolitan areas; a bare city name here is the clearly largest city of that name. */
  readonly metros: readonly {
    readonly area: string;
    readonly keys: readonly string[];
    /** Towns inside the area that its name leaves out. */
    readonly within?: readonly string[];
  }[];
  /** Names that mean a place abroad as often as the US city: found only with their state. */
  readonly cityNamesSharedAbroad: readonly string[];
}

export interface PlaceSources {
  readonly geography: readonly GeographyLine[];
  readonly countries: CountriesFile;
  readonly states: UsStatesFile;
}

/**
 * All spellings of all places: ISO countries, US states and territories, US metropolitan areas (nonmetropolitan
 * areas are left out). A metropolitan area is found by its id, its CBSA code, its published name, each principal
 * city with its state (`oakland, ca`), and the bare city where no other place is called so; in an area of several
 * states the bare name of a city other than the first is marked as lying within, because its state is not known.
 *
 * @returns rows without duplicates, in ascending order of key, then place
 */
export function placeRows({ geography, countries, states }: PlaceSources): PlaceRow[] {
  const territories = new Set(states.states.map(({ code }) => code).filter((code) => TERRITORIES.has(code)));
  const rows = [
    ...countryRows(countries, territories),
    ...stateRows(states),
    ...metroRows(geography, states, reservedNames(countries, states)),
  ];
  const unique = new Map(rows.filter(({ key }) => key !== '').map((row) => [`${row.key}\n${row.place}`, row]));
  return [...unique.values()].sort((a, b) => compare(a.key, b.key) || compare(a.place, b.place));
}

/** US territories with an ISO code of their own: one place each, `US-PR`, found by `PR` too. */
const TERRITORIES: ReadonlySet<string> = new Set(['PR', 'GU', 'VI', 'AS', 'MP']);

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function countryRows({ countries }: CountriesFile, territories: ReadonlySet<string>): PlaceRow[] {
  return countries
    .filter(({ code }) => !territories.has(code))
    .flatMap(({ code, name, currency, aliases = [], within = [] }) => {
      const row = { place: code, name, kind: 'country', country: code, states: '', currency };
      return [
        ...[code, name, ...aliases].map((spelling) => ({ ...row, key: normalisePlace(spelling) })),
        ...within.map((spelling) => ({ ...row, key: WITHIN + normalisePlace(spelling) })),
      ];
    });
}

function stateRows({ states }: UsStatesFile): PlaceRow[] {
  return states.flatMap(({ code, name, aliases = [] }) => {
    const place = `US-${code}`;
    const spellings = [place, name, ...aliases, ...(TERRITORIES.has(code) ? [code] : [])];
    return spellings.map((spelling) => ({
      place,
      name,
      kind: 'state',
      country: 'US',
      states: place,
      currency: 'USD',
      key: normalisePlace(spelling),
    }));
  });
}

/** Bare names that must not become a US city's. */
function reservedNames({ countries }: CountriesFile, { states, cityNamesSharedAbroad }: UsStatesFile): Set<string> {
  const names = [
    ...countries.flatMap(({ code, name, aliases = [], within = [] }) => [code, name, ...aliases, ...within]),
    ...states.flatMap(({ code, name }) => [code, name]),
    ...cityNamesSharedAbroad,
  ];
  return new Set(names.map(normalisePlace));
}

interface Metro {
  readonly area: string;
  readonly name: string;
  /** State codes, in the order of the published name. */
  readonly states: readonly string[];
  readonly cities: readonly string[];
}

function metroRows(geography: readonly GeographyLine[], file: UsStatesFile, reserved: ReadonlySet<string>): PlaceRow[] {
  const stateNames = new Map(file.states.map(({ code, name }) => [code, name]));
  const metros = metropolitanAreas(geography, stateNames);
  const reviewed = new Map(file.metros.map((entry) => [entry.area, entry]));
  const claimed = new Set([...reserved, ...file.metros.flatMap(({ keys }) => keys.map(normalisePlace))]);
  const bearers = new Map<string, number>();
  for (const { cities } of metros) {
    for (const city of cities) bearers.set(normalisePlace(city), (bearers.get(normalisePlace(city)) ?? 0) + 1);
  }
  return metros.flatMap(({ area, name, states, cities }) => {
    const place = `US-${area}`;
    const ids = states.map((code) => `US-${code}`);
    const row = { place, name, kind: 'metro', country: 'US', states: ids.join(','), currency: 'USD' };
    const withState = cities.flatMap((city) =>
      states.flatMap((code) => [`${city}, ${code}`, `${city}, ${stateNames.get(code) ?? code}`]),
    );
    const bare = cities.filter((city) => bearers.get(normalisePlace(city)) === 1 && !claimed.has(normalisePlace(city)));
    const first = bare.filter((city) => ids.length === 1 || name.startsWith(city));
    const inside = bare.filter((city) => !first.includes(city));
    const { keys = [], within = [] } = reviewed.get(area) ?? {};
    const withoutStates = cities.length > 1 ? [name.replace(/,.*$/, '')] : [];
    return [
      ...[place, area, name, ...withoutStates, ...withState, ...first, ...keys].map((spelling) => ({
        ...row,
        key: normalisePlace(spelling),
      })),
      ...inside.map((city) => ({ ...row, key: WITHIN + normalisePlace(city) })),
      ...withinSpellings(within, states, stateNames).map((spelling) => ({ ...row, key: WITHIN + spelling })),
    ];
  });
}

/** A town by its bare name and with each state of its area; `Cambridge, MA` by that alone. */
function withinSpellings(
  towns: readonly string[],
  states: readonly string[],
  names: ReadonlyMap<string, string>,
): string[] {
  return towns.flatMap((town) => {
    if (town.includes(',')) return [normalisePlace(town)];
    return [town, ...states.flatMap((code) => [`${town}, ${code}`, `${town}, ${names.get(code) ?? code}`])].map(
      normalisePlace,
    );
  });
}

function metropolitanAreas(geography: readonly GeographyLine[], stateNames: ReadonlyMap<string, string>): Metro[] {
  const metros = new Map<string, { area: string; name: string; states: Set<string> }>();
  for (const { area, areaName, stateAb } of geography) {
    if (/nonmetropolitan/i.test(areaName) || !/^\d{5}$/.test(area)) continue;
    const metro = metros.get(area) ?? { area, name: areaName, states: new Set() };
    metro.states.add(stateAb);
    metros.set(area, metro);
  }
  return [...metros.values()].map(({ area, name, states }) => {
    const comma = name.lastIndexOf(',');
    const named =
      comma < 0
        ? []
        : name
            .slice(comma + 1)
            .trim()
            .split('-')
            .filter((code) => stateNames.has(code));
    const rest = [...states].filter((code) => !named.includes(code)).sort();
    const cities = (comma < 0 ? name : name.slice(0, comma))
      .replace(HYPHENATED_CITIES, '$1\u2010$2')
      .split(/-+/)
      .flatMap((city) => cityNames(city.trim()));
    return { area, name, states: [...named, ...rest], cities };
  });
}

/** Principal cities whose own name has a hyphen, which in a published area name separates cities. */
const HYPHENATED_CITIES = /(Winston|Wilkes)-(Salem|Barre)/;

/** `Louisville/Jefferson County` is found as Louisville; `Boise City`, `Amherst Town` and `Urban Honolulu` without the addition. */
function cityNames(published: string): string[] {
  const city = published.split('/')[0] as string;
  const short = city.replace(/^Urban /, '').replace(/ (?:Town|County)$/, '');
  return short === city ? [city] : [city, short];
}
