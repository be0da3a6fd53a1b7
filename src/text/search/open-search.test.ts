import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { MOST_HITS, type Search, type SearchOptions } from '../../core/search.js';
import type { PlaceRow } from '../places/index.js';
import { normalisePlace } from '../places/normalise.js';
import { type RolesFile, rolePhrases } from '../titles/index.js';
import { openSearch, placeEntries, titleEntries } from './index.js';

const roles = JSON.parse(readFileSync(new URL('../../../reviewed/roles.json', import.meta.url), 'utf8')) as RolesFile;

const OCCUPATIONS = [
  { soc: '29-1141', title: 'Registered Nurses', jobs: 3_300_000 },
  { soc: '29-1171', title: 'Nurse Practitioners', jobs: 300_000 },
  { soc: '51-9161', title: 'Machinists', jobs: 300_000 },
  { soc: '53-3032', title: 'Heavy and Tractor-Trailer Truck Drivers', jobs: 2_000_000 },
];

function place(id: string, name: string, keys: readonly string[]): PlaceRow[] {
  const kind = !id.includes('-') ? 'country' : /\d/.test(id) ? 'metro' : 'state';
  return [id, name, ...keys].map((key) => ({
    place: id,
    name,
    kind,
    country: id.slice(0, 2),
    states: kind === 'state' ? id : '',
    currency: 'USD',
    key: key.startsWith('in:') ? key : normalisePlace(key),
  }));
}

const PLACES = [
  ...place('US', 'United States', ['usa']),
  ...place('CA', 'Canada', []),
  ...place('GB', 'United Kingdom', ['uk', 'in:london']),
  ...place('ML', 'Mali', []),
  ...place('NZ', 'New Zealand', []),
  ...place('US-CA', 'California', ['in:carmel, ca']),
  ...place('US-NY', 'New York', []),
  ...place('US-KY', 'Kentucky', ['in:london, ky']),
  ...place('US-35980', 'Norwich-New London-Willimantic, CT', []),
  ...place('US-TX', 'Texas', []),
  ...place('US-35620', 'New York-Newark-Jersey City, NY-NJ', ['new york city', 'new york, ny']),
  ...place('US-41860', 'San Francisco-Oakland-Fremont, CA', ['san francisco, ca', 'bay area']),
];

const search: Search = openSearch(
  [
    ...titleEntries({
      examples: ['Registered Nurse', 'Machine Learning Lead'],
      phrases: rolePhrases(roles),
      occupations: OCCUPATIONS,
      listed: [{ taxonomy: 'NOC 2021', title: 'nursery worker', language: 'en' }],
    }),
    ...placeEntries(PLACES),
  ],
  {
    hrefOf: ({ kind, name }) => `${kind}/${name}`,
    reportHref: (title, placeId) => `${placeId}/${title}`,
    anyLevel: true,
  },
);

const names = (query: string, options?: SearchOptions) => search(query, options).map(({ name }) => name);

describe('titles', () => {
  it.each([
    ['mashine lerning enginer', 'Machine Learning Engineer'],
    ['machine learning engineer', 'Machine Learning Engineer'],
    ['sofware eng', 'Software Engineer'],
    ['ml eng', 'Machine Learning Engineer'],
    ['dtaa scientist', 'Data Scientist'],
    ['datascientist', 'Data Scientist'],
    ['full-stack enginer', 'Full Stack Engineer'],
    ['machine lerni', 'Machine Learning Engineer'],
    ['nurs', 'Registered Nurse'],
    ['registered nurses', 'Registered Nurse'],
    ['29-1141', 'Registered Nurse'],
    ['Sr. Data Engineer', 'Senior Data Engineer'],
    ['MACHINE  learning, LEAD', 'Machine Learning Lead'],
  ])('%s finds %s first', (query, title) => expect(names(query)[0]).toBe(title));

  it('prefers names as typed to longer ones, and roles to aliases and official titles', () => {
    const found = search('machin', { kind: 'title', limit: 20 });
    expect(found[0]?.name).toBe('Machine Learning Engineer');
    const alias = found.findIndex(({ note }) => note !== undefined);
    const role = found.findIndex(({ name }) => name === 'Machine Learning Scientist');
    expect(role).toBeLessThan(alias);
    expect(names('machinist')[0]).toBe('Machinist');
  });

  it('tells the role of an alias and lets none fill the list', () => {
    const hits = search('deep learning', { kind: 'title', limit: 20 });
    expect(hits.find(({ name }) => name === 'Deep Learning')?.note).toBe('Machine Learning Engineer');
    const notes = hits.filter(({ note }) => note === 'Machine Learning Engineer');
    expect(notes.length).toBeLessThanOrEqual(3);
  });

  it('never takes one number for another', () => expect(names('29-1142')).not.toContain('Registered Nurse'));
});

describe('places', () => {
  it('shows the country and the state of two letters', () => {
    expect(search('ca').slice(0, 2)).toMatchObject([
      { name: 'Canada', id: 'CA' },
      { name: 'California', id: 'US-CA' },
    ]);
  });

  it('puts the state before the metropolitan area of its name', () => {
    expect(names('new york').slice(0, 2)).toEqual(['New York', 'New York-Newark-Jersey City, NY-NJ']);
    expect(names('new york city')[0]).toBe('New York-Newark-Jersey City, NY-NJ');
  });

  it.each([
    ['san fran', 'US-41860'],
    ['sanfrancisco', 'US-41860'],
    ['texsa', 'US-TX'],
    ['US-TX', 'US-TX'],
    ['londn', 'GB'],
  ])('%s finds %s', (query, id) => expect(search(query, { kind: 'place' })[0]?.id).toBe(id));

  it('says for which town a place answers', () => {
    expect(search('london')[0]).toMatchObject({ name: 'United Kingdom', note: 'for London; country' });
    const found = search('london', { kind: 'place', limit: 20 });
    expect(found.find(({ id }) => id === 'US-KY')?.note).toBe('for London, KY; US state or territory');
    // Its own name, its code and its id need no reason.
    for (const [query, id] of [
      ['new london', 'US-35980'],
      ['texas', 'US-TX'],
      ['ca', 'US-CA'],
      ['us-tx', 'US-TX'],
    ] as const) {
      const hit = search(query, { kind: 'place', limit: 20 }).find((one) => one.id === id);
      expect(hit?.note).toMatch(/^US (state|metropolitan)/);
    }
  });
});

describe('a title and a place', () => {
  it.each([
    ['data scientist texas', 'Data Scientist', 'US-TX'],
    ['texas data scientist', 'Data Scientist', 'US-TX'],
    ['registered nurse in london', 'Registered Nurse', 'GB'],
    ['dta scientist texs', 'Data Scientist', 'US-TX'],
    ['machine learning engineer san fran', 'Machine Learning Engineer', 'US-41860'],
    ['senior data scientist texas', 'Senior Data Scientist', 'US-TX'],
  ])('%s is %s in %s', (query, title, id) => {
    expect(search(query)[0]).toMatchObject({ kind: 'report', title, id, href: `${id}/${title}` });
  });

  it('offers both bearers of a code', () => {
    const hits = search('data scientist ca').filter(({ kind }) => kind === 'report');
    expect(hits.slice(0, 2).map(({ id }) => id)).toEqual(['CA', 'US-CA']);
  });

  it('takes no abbreviation for a country, and no place where places are asked for', () => {
    expect(search('ml eng')[0]?.kind).toBe('title');
    expect(search('data scientist texas', { kind: 'place' })).toEqual([]);
  });
});

describe('any query', () => {
  it.each(['', '   ', '!!!', '\u0000', '<script>', 'zzzz qqqq', '💼', '__proto__', 'constructor', '%00', '\u202e'])(
    '%j is answered',
    (query) => expect(Array.isArray(search(query))).toBe(true),
  );

  it('reads only the beginning of a long one', () => {
    const begun = search('data scientist');
    expect(begun.length).toBeGreaterThan(0);
    // What follows would be another question, if it were read: after many characters, and after many words.
    expect(search('data scientist in texas')).not.toEqual(begun);
    expect(search(`data scientist${' '.repeat(106)}texas`)).toEqual(begun);
    expect(search(`${'data '.repeat(8)}texas`)).toEqual(search('data '.repeat(8)));
    expect(search(`data scientist ${'y'.repeat(1_000_000)}`)).toEqual(search(`data scientist ${'y'.repeat(105)}`));
    expect(search('data '.repeat(10_000)).length).toBeLessThanOrEqual(MOST_HITS);
  });

  it.each([
    [0, 1],
    [3, 3],
    [Number.NaN, 8],
    [1e9, MOST_HITS],
    [-5, 1],
  ])('a limit of %d gives at most %d', (limit, most) => {
    expect(search('engineer', { limit }).length).toBeLessThanOrEqual(most);
    expect(search('engineer', { limit }).length).toBeGreaterThan(0);
  });

  it('gives the same answer again after thousands of others', () => {
    const before = search('data scientist texas');
    for (let round = 0; round < 3_000; round += 1) search(`q${round} eng`);
    expect(search('data scientist texas')).toEqual(before);
  });
});
