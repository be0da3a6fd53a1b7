import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findPlace } from './find.js';
import { buildLocationIndex } from './location-index.js';
import { readLocation } from './locations.js';
import { normalisePlace } from './normalise.js';
import type { CountriesFile, GeographyLine, UsStatesFile } from './place-row.js';
import { placeRows } from './rows.js';

const reviewed = <T>(name: string): T =>
  JSON.parse(readFileSync(new URL(`../../../reviewed/${name}`, import.meta.url), 'utf8')) as T;
const countries = reviewed<CountriesFile>('countries.json');
const states = reviewed<UsStatesFile>('us-states.json');

/** Areas as the prevailing-wage geography file publishes them. */
const geography: GeographyLine[] = (
  [
    ['35620', 'New York-Newark-Jersey City, NY-NJ'],
    ['41860', 'San Francisco-Oakland-Fremont, CA'],
    ['41940', 'San Jose-Sunnyvale-Santa Clara, CA'],
    ['42660', 'Seattle-Tacoma-Bellevue, WA'],
    ['47900', 'Washington-Arlington-Alexandria, DC-VA-MD-WV'],
    ['38900', 'Portland-Vancouver-Hillsboro, OR-WA'],
    ['38860', 'Portland-South Portland, ME'],
    ['44100', 'Springfield, IL'],
    ['44140', 'Springfield, MA'],
    ['18140', 'Columbus, OH'],
    ['17980', 'Columbus, GA-AL'],
    ['28140', 'Kansas City, MO-KS'],
    ['49180', 'Winston-Salem, NC'],
    ['42540', 'Scranton--Wilkes-Barre, PA'],
    ['31140', 'Louisville/Jefferson County, KY-IN'],
    ['46520', 'Urban Honolulu, HI'],
    ['14460', 'Boston-Cambridge-Newton, MA-NH'],
    ['12060', 'Atlanta-Sandy Springs-Roswell, GA'],
    ['40140', 'Riverside-San Bernardino-Ontario, CA'],
    ['12020', 'Athens-Clarke County, GA'],
    ['12420', 'Austin-Round Rock-San Marcos, TX'],
    ['40060', 'Richmond, VA'],
    ['41180', 'St. Louis, MO-IL'],
    ['20100', 'Dover, DE'],
    ['100001', 'Northwest Alabama nonmetropolitan area'],
  ] as const
).flatMap(([area, areaName]) =>
  (areaName.split(', ')[1] ?? 'AL').split('-').map((stateAb) => ({ area, areaName, stateAb })),
);
const rows = placeRows({ geography, countries, states });
const id = (query: string) => findPlace(query, rows).place.id;

describe('the reviewed countries and states', () => {
  it('are all 249 of ISO 3166-1 with a name and a currency code each', () => {
    expect(countries.countries).toHaveLength(249);
    expect(new Set(countries.countries.map(({ code }) => code)).size).toBe(249);
    expect(
      countries.countries.filter(({ code, currency }) => !/^[A-Z]{2}$/.test(code) || !/^[A-Z]{3}$/.test(currency)),
    ).toEqual([]);
    expect(new Set(countries.countries.map(({ name }) => name)).size).toBe(249);
  });

  it('are 50 states, the district and five territories', () => {
    expect(states.states).toHaveLength(56);
  });
});

describe('placeRows', () => {
  it('leaves nonmetropolitan areas out, repeats nothing and is sorted', () => {
    expect(rows.filter(({ name }) => /nonmetropolitan/i.test(name))).toEqual([]);
    expect(new Set(rows.map(({ key, place }) => `${key}|${place}`)).size).toBe(rows.length);
    expect(rows.map(({ key }) => key)).toEqual(rows.map(({ key }) => key).sort());
  });

  it('gives a metropolitan area its states in the order of its name', () => {
    expect(rows.find(({ key }) => key === 'us 47900')).toMatchObject({
      name: 'Washington-Arlington-Alexandria, DC-VA-MD-WV',
      states: 'US-DC,US-VA,US-MD,US-WV',
      kind: 'metro',
      country: 'US',
      currency: 'USD',
    });
  });
});

describe('findPlace', () => {
  it.each([
    ['US', 'US'],
    ['us', 'US'],
    ['USA', 'US'],
    ['U.S.A.', 'US'],
    ['United States of America', 'US'],
    ['the United States', 'US'],
    ['UK', 'GB'],
    ['Britain', 'GB'],
    ['Great Britain', 'GB'],
    ['England', 'GB'],
    ['CA', 'CA'],
    ['GA', 'GA'],
    ['DE', 'DE'],
    ['IN', 'IN'],
    ['Deutschland', 'DE'],
    ['Turkey', 'TR'],
    ["Côte d'Ivoire", 'CI'],
    ['US-CA', 'US-CA'],
    ['us-ca', 'US-CA'],
    ['California', 'US-CA'],
    ['California, USA', 'US-CA'],
    ['US-PR', 'US-PR'],
    ['Puerto Rico', 'US-PR'],
    ['US-GU', 'US-GU'],
    ['Georgia', 'US-GA'],
    ['New York', 'US-NY'],
    ['New York State', 'US-NY'],
    ['New York City', 'US-35620'],
    ['New York, NY', 'US-35620'],
    ['new york, new york', 'US-35620'],
    ['NYC', 'US-35620'],
    ['US-35620', 'US-35620'],
    ['New York-Newark-Jersey City, NY-NJ', 'US-35620'],
    ['San Francisco', 'US-41860'],
    ['SF Bay Area', 'US-41860'],
    ['Bay Area', 'US-41860'],
    ['San Francisco, California, United States', 'US-41860'],
    ['Oakland, CA', 'US-41860'],
    ['Palo Alto', 'US-41940'],
    ['Seattle, WA', 'US-42660'],
    ['Seattle WA', 'US-42660'],
    ['Washington', 'US-WA'],
    ['Washington DC', 'US-47900'],
    ['Washington, D.C.', 'US-47900'],
    ['US-DC', 'US-DC'],
    ['District of Columbia', 'US-DC'],
    ['Portland', 'US-38900'],
    ['Portland, ME', 'US-38860'],
    ['Columbus', 'US-18140'],
    ['Kansas City', 'US-28140'],
    ['Winston-Salem', 'US-49180'],
    ['Wilkes-Barre', 'US-42540'],
    ['Louisville, KY', 'US-31140'],
    ['Honolulu', 'US-46520'],
    ['Saint Louis', 'US-41180'],
    ['London', 'GB'],
    ['London, UK', 'GB'],
    ['São Paulo', 'BR'],
    ['Ontario', 'CA'],
    ['Ontario, CA', 'US-40140'],
    ['Athens', 'GR'],
    ['Athens, Georgia', 'US-12020'],
    ['Remote - US', 'US'],
  ])('%s is %s', (query, expected) => {
    expect(id(query)).toBe(expected);
  });

  it('prints the alternative as a note', () => {
    expect(findPlace('Georgia', rows).alternatives.map((place) => place.id)).toEqual(['GE']);
    expect(findPlace('Georgia', rows).note).toContain('Georgia (GE)');
    expect(findPlace('New York', rows).alternatives.map((place) => place.id)).toEqual(['US-35620']);
    expect(findPlace('CA', rows).note).toContain('California (US-CA)');
    expect(findPlace('Washington, DC', rows).alternatives.map((place) => place.id)).toEqual(['US-DC']);
    expect(findPlace('London', rows).note).toContain('answered by United Kingdom');
    expect(findPlace('US', rows).note).toBeNull();
    expect(findPlace('New York City', rows).note).toBeNull();
  });

  it.each([
    ['Californa', 'California (US-CA)'],
    ['Germny', 'Germany (DE)'],
    ['new yrok', 'New York (US-NY)'],
    ['Springfield', 'Springfield, IL (US-44100)'],
    ['Nowhere, TX', 'Texas (US-TX)'],
    ['TX', 'Texas (US-TX)'],
  ])('%s is unknown, and the nearest is named', (query, nearest) => {
    expect(() => id(query)).toThrow(
      expect.objectContaining({ code: 'UNKNOWN_PLACE', exitCode: 2, remedy: expect.stringContaining(nearest) }),
    );
  });

  it.each([
    ['', 'EMPTY_PLACE'],
    [' , ', 'EMPTY_PLACE'],
    ['Remote', 'REMOTE_PLACE'],
    ['Worldwide', 'REMOTE_PLACE'],
    ['ZZ', 'UNKNOWN_PLACE'],
    ['constructor', 'UNKNOWN_PLACE'],
    ['in:london', 'UNKNOWN_PLACE'],
    ['\u202e\u0000', 'EMPTY_PLACE'],
  ])('%j is refused as %s', (query, code) => {
    expect(() => id(query)).toThrow(expect.objectContaining({ code, exitCode: 2 }));
  });

  it('keeps a refusal to one short line', () => {
    try {
      id(`x\n${'y'.repeat(5_000)}`);
      expect.unreachable();
    } catch (error) {
      expect((error as Error).message).not.toContain('\n');
      expect((error as Error).message.length).toBeLessThan(120);
    }
  });
});

describe('normalisePlace', () => {
  it('joins spellings', () => {
    expect(normalisePlace('Washington,D.C.')).toBe('washington, dc');
    expect(normalisePlace('  ST.  LOUIS ')).toBe('st louis');
    expect(normalisePlace("Coeur d'Alene")).toBe('coeur dalene');
  });
});

describe('readLocation', () => {
  const index = buildLocationIndex(rows);
  it.each([
    ['San Francisco, CA | New York City, NY | Seattle, WA', 'US', null, true],
    ['San Francisco, CA', 'US', 'US-CA', false],
    ['San Francisco', 'US', 'US-CA', false],
    ['Remote - US', 'US', null, false],
    ['Remote U.S.', 'US', null, false],
    ['Remote-USA', 'US', null, false],
    ['Anywhere in the United States', 'US', null, false],
    ['New York, US, New York', 'US', 'US-NY', false],
    ['New York City', 'US', 'US-NY', false],
    ['USA - New York', 'US', 'US-NY', false],
    ['Cary,North Carolina,United States', 'US', 'US-NC', false],
    ['Foster City, CA', 'US', 'US-CA', false],
    ['San Mateo, CA United States', 'US', 'US-CA', false],
    ['Hybrid - San Francisco', 'US', 'US-CA', false],
    ['New York, NY (HQ)', 'US', 'US-NY', false],
    ['Onsite- Austin, TX', 'US', 'US-TX', false],
    ['Remote - TX', 'US', 'US-TX', false],
    ['Washington, D.C.', 'US', 'US-DC', false],
    ['Arlington, VA', 'US', 'US-VA', false],
    ['Newark', 'US', 'US-NJ', false],
    ['Richmond, California', 'US', 'US-CA', false],
    ['Dover, DE', 'US', 'US-DE', false],
    ['Berlin, DE', 'DE', null, false],
    ['Toronto, CA', 'CA', null, false],
    ['Toronto, ON, Canada', 'CA', null, false],
    ['London', 'GB', null, false],
    ['London, United Kingdom', 'GB', null, false],
    ['Bengaluru, India', 'IN', null, false],
    ['Tbilisi, Georgia', 'GE', null, false],
    ['Atlanta, Georgia', 'US', 'US-GA', false],
    ['Georgia; Illinois; New York; Texas; Washington, D.C.', 'US', null, true],
    ['SF, New York, Seattle, Dublin', null, null, true],
    ['United States & Canada', null, null, true],
    ['Vancouver, Washington, USA', 'US', 'US-WA', false],
    ['Remote - CA', null, null, false],
    ['Remote', null, null, false],
    ['Remote - North America', null, null, false],
    ['Hybrid', null, null, false],
    ['', null, null, false],
  ])('%s', (raw, country, region, several) => {
    expect(readLocation(raw, index)).toEqual({ country, region, several });
  });
});
