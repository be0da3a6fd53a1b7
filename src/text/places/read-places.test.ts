import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { buildLocationIndex } from './location-index.js';
import { readLocation } from './locations.js';
import type { NamedPlace } from './named-place.js';
import type { CountriesFile, GeographyLine, UsStatesFile } from './place-row.js';
import { LOCATION_LIMIT, readPlaces } from './read-places.js';
import { placeRows } from './rows.js';

const file = (path: string): string => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');
const states = JSON.parse(file('reviewed/us-states.json')) as UsStatesFile;
const countries = JSON.parse(file('reviewed/countries.json')) as CountriesFile;

/** Areas as the prevailing-wage geography file publishes them. */
const geography: GeographyLine[] = [
  '35620 New York-Newark-Jersey City, NY-NJ',
  '41860 San Francisco-Oakland-Fremont, CA',
  '41940 San Jose-Sunnyvale-Santa Clara, CA',
  '42660 Seattle-Tacoma-Bellevue, WA',
  '47900 Washington-Arlington-Alexandria, DC-VA-MD-WV',
  '38900 Portland-Vancouver-Hillsboro, OR-WA',
  '38860 Portland-South Portland, ME',
  '28140 Kansas City, MO-KS',
  '14460 Boston-Cambridge-Newton, MA-NH',
  '12060 Atlanta-Sandy Springs-Roswell, GA',
  '40140 Riverside-San Bernardino-Ontario, CA',
  '12020 Athens-Clarke County, GA',
  '12420 Austin-Round Rock-San Marcos, TX',
  '19100 Dallas-Fort Worth-Arlington, TX',
  '26420 Houston-Pasadena-The Woodlands, TX',
  '31080 Los Angeles-Long Beach-Anaheim, CA',
  '33460 Minneapolis-St. Paul-Bloomington, MN-WI',
  '39580 Raleigh-Cary, NC',
  '35980 Norwich-New London-Willimantic, CT',
  '16980 Chicago-Naperville-Elgin, IL-IN',
].flatMap((line) => {
  const [area = '', areaName = ''] = [line.slice(0, 5), line.slice(6)];
  return (areaName.split(', ')[1] as string).split('-').map((stateAb) => ({ area, areaName, stateAb }));
});
const index = buildLocationIndex(placeRows({ geography, countries, states }));

/** `US-41940/US-CA`: a metro and its state; `in` before a town or region inside; `?` for what stays unsure. */
function shown({ place, kind, within, state, country }: NamedPlace): string {
  const id = place ?? (kind === 'wide' ? 'wide' : '?');
  const inState = state !== null && state !== place ? `/${state}` : '';
  expect(country === null).toBe(place === null);
  return `${within ? 'in ' : ''}${id}${inState}`;
}

describe('readPlaces', () => {
  it.each([
    ['SF Bay Area', 'US-41860/US-CA'],
    ['NYC or Remote (US)', 'US-35620/US-NY + US + remote'],
    ['San Francisco, CA; New York, NY; London, UK', 'US-41860/US-CA + US-35620/US-NY + in GB'],
    ['Berlin / Munich', 'in DE + in DE'],
    ['London, England, United Kingdom', 'in GB'],
    ['Remote - CA/MA', 'US-CA + US-MA + remote'],
    ['Remote - CA', '? + remote'],
    ['US - CA - Menlo Park', 'in US-41860/US-CA'],
    ['Cary,North Carolina,United States', 'US-39580/US-NC'],
    ['Remote (United States | Canada)', 'US + CA + remote'],
    ['US/CA', 'US + CA'],
    ['Bengaluru, KA, India', 'in IN'],
    ['Greater Boston', 'US-14460/US-MA'],
    ['DMV', 'US-47900/US-DC'],
    ['Research Triangle', 'in US-NC'],
    ['Silicon Valley', 'US-41940/US-CA'],
    ['Bay Area', 'US-41860/US-CA'],
    ['PNW', 'in US'],
    ['Tri-State area', 'in US'],
    ['Twin Cities', 'US-33460/US-MN'],
    ['DFW', 'US-19100/US-TX'],
    ['Dallas/Fort Worth', 'US-19100/US-TX'],
    ['Toronto, ON', 'in CA'],
    ['Vancouver, BC / Vancouver, WA', 'in CA + US-38900/US-WA'],
    ['Vancouver, Washington, USA', 'US-38900/US-WA'],
    ['Paris, TX', 'in US-TX'],
    ['Paris', 'in FR'],
    ['Cambridge, MA', 'US-14460/US-MA'],
    ['Cambridge, UK', 'in GB'],
    ['Cambridge', ''],
    ['Georgia', 'US-GA'],
    ['Atlanta, Georgia', 'US-12060/US-GA'],
    ['Lafayette, Georgia', 'in US-GA'],
    ['Tbilisi, Georgia', 'in GE'],
    ['Bulgaria, Georgia, Lithuania, Poland', 'BG + GE + LT + PL'],
    ['Washington, DC', 'US-47900/US-DC'],
    ['Portland', 'US-38900/US-OR'],
    ['Kansas City', 'US-28140/US-MO'],
    ['Kansas City, KS', 'US-28140/US-KS'],
    ['Newark', 'in US-35620/US-NJ'],
    ['EMEA', 'wide'],
    ['Oakland, California, United States, AMER', 'US-41860/US-CA'],
    ['Berlin; Remote - Europe', 'in DE + wide + remote'],
    ['Anywhere', 'wide + remote'],
    ['Anywhere in the US', 'US + remote'],
    ['HQ', ''],
    ['2 Locations', 'more'],
    ['Hybrid - Austin', 'US-12420/US-TX'],
    ['New York (3 days a week)', 'US-NY'],
    ['United States of America', 'US'],
    ['Deutschland', 'DE'],
    ['München', 'in DE'],
    ['M&uuml;nchen &amp; Z&#252;rich', 'in DE + in CH'],
    ['Zürich', 'in CH'],
    ['São Paulo, Brazil', 'in BR'],
    ['México City, CDMX', 'in MX'],
    ['Tel Aviv-Yafo', 'in IL'],
    ['上海', 'in CN'],
    ['Austin, Dallas, Houston', 'US-12420/US-TX + US-19100/US-TX + US-26420/US-TX'],
    [
      'San Francisco, CA, New York, NY, Portland, OR, or Remote within Canada or United States',
      'US-41860/US-CA + US-35620/US-NY + US-38900/US-OR + CA + US + remote',
    ],
    ['CA - Los Angeles', 'US-31080/US-CA'],
    ['CA - Canada', 'CA'],
    ['DE - Berlin', 'in DE'],
    ['Wilmington, DE', 'in US-DE'],
    ['Middle of Nowhere, DE', '?'],
    ['Ontario, CA', '?'],
    ['Perth, WA', 'in AU'],
    ['New London, CT', 'US-35980/US-CT'],
    ['225 NE Mizner Boulevard, Boca Raton, FL 33432', 'in US-FL'],
    ['Remote - NY, NJ, CT or Washington, DC', 'US-NY + US-NJ + US-CT + US-47900/US-DC + remote'],
    ['NY, SF or LA', 'US-NY + US-41860/US-CA + US'],
    ['ET/CT/Remote', 'US + remote'],
    ['London OR Singapore', 'in GB + SG'],
    ['Remote (non-U.S.)', 'remote'],
    ['Outside of the US', ''],
    ['To be updated', ''],
    ['Bosnia & Herzegovina', 'BA'],
    ['US, Foo, CA', 'US-CA'],
    ['Reading, Pennsylvania', 'in US-PA'],
  ])('%s: %s', (raw, expected) => {
    const { places, remote, more } = readPlaces(raw, index);
    const parts = [...places.map(shown), ...(remote ? ['remote'] : []), ...(more ? ['more'] : [])];
    expect(parts.join(' + ')).toBe(expected);
  });

  it('gives spans in the original text, entities and accents included', () => {
    const raw = '  Hybrid&nbsp;– M&uuml;nchen,\u0301 DE;\u202e São Paulo \ud800 (SP), Brazil ';
    const spans = readPlaces(raw, index).places.map(({ span: [from, to] }) => raw.slice(from, to));
    expect(spans).toEqual(['M&uuml;nchen,\u0301 DE', 'São Paulo \ud800 (SP), Brazil']);
  });

  it.each([
    '',
    ' ',
    '\u0000',
    '\ud800',
    '\udfff\ud800',
    '&#0;&#x110000;',
    ',,,;;;|||',
    '((((',
    '__proto__, constructor',
    '\u202e',
    '🧑🏽‍💻',
    'İ',
    '\ufdfa',
  ])('survives %j', (raw) => {
    expect(readPlaces(raw, index)).toEqual({ places: [], remote: false, more: false });
  });

  it('reads a bounded part of a huge text', () => {
    const huge = `Berlin, ${'x'.repeat(10_000_000)}, Paris`;
    const meter = { steps: 0 };
    expect(readPlaces(huge, index, meter).places).toHaveLength(1);
    expect(meter.steps).toBeLessThan(20 * LOCATION_LIMIT);
  });

  it.each(['a ', 'ny, ', 'new york-', 'CA/', 'San Francisco or ', '&amp;', 'Remote US ', 'Port St. ', '，'])(
    'takes steps in proportion to the text: %j repeated',
    (piece) => {
      const steps = (length: number): number => {
        const meter = { steps: 0 };
        readPlaces(piece.repeat(LOCATION_LIMIT).slice(0, length), index, meter);
        return meter.steps;
      };
      expect(steps(800) / steps(400)).toBeLessThan(2.3);
      expect(steps(LOCATION_LIMIT)).toBeLessThan(60 * LOCATION_LIMIT);
    },
  );
});

describe('readLocation on locations read by hand', () => {
  const rows = file('test/text/locations-read.tsv').trim().split('\n').slice(1);

  it('is never wrong about a country or state, and decides nearly all', () => {
    const read = rows.map((row) => {
      const [raw = '', country = '', state = ''] = row.split('\t');
      const found = readLocation(raw, index);
      return { raw, country, state, found };
    });
    const wrong = read.filter(
      ({ country, state, found }) =>
        (found.country !== null && found.country !== country) || (found.region !== null && found.region !== state),
    );
    expect(wrong.map(({ raw }) => raw)).toEqual([]);
    expect(rows.length).toBeGreaterThan(190);
    const missed = read.filter(({ country, found }) => country !== '' && found.country === null);
    expect(missed.length / rows.length).toBeLessThan(0.02);
  });
});

describe('the list of towns', () => {
  it('gives every name that stands alone one bearer', () => {
    const known = new Map<string, string>();
    const twice: string[] = [];
    for (const { state, area, alone = [] } of states.towns) {
      for (const town of alone) {
        const home = `${area ?? state}`;
        if (known.has(town) && known.get(town) !== home) twice.push(town);
        known.set(town, home);
      }
    }
    const abroad = new Set(
      countries.countries.flatMap(({ name, aliases = [], within = [] }) => [name, ...aliases, ...within]),
    );
    expect(twice).toEqual([]);
    expect([...known.keys()].filter((town) => abroad.has(town))).toEqual([]);
  });

  it('gives every town with its state one area', () => {
    const spellings = states.towns.flatMap(({ state, alone = [], withState = [] }) =>
      [...alone, ...withState].map((town) => `${town}, ${state}`),
    );
    expect(spellings.filter((spelling, at) => spellings.indexOf(spelling) !== at)).toEqual([]);
  });
});
