import { describe, expect, it } from 'vitest';
import { PublishedOccupations } from '../../published-occupations.js';
import { buildReaders } from '../../readers.js';
import type { Filing } from './filing.js';
import { normalizeFilings } from './normalize.js';
import { OccupationCodes } from './occupation-code.js';

const MERGED = [{ code: '98-1020', title: 'Loom and Spindle Hands', members: ['98-1021', '98-1022'] }];
const READERS = buildReaders(
  {
    phrases: [
      { role: 'welder', name: 'Welder', family: 'metal', familyName: 'metal', match: 'contains', phrase: 'welder' },
    ],
    aliases: { 'acme north': 'acme' },
    merged: MERGED,
  },
  () => [],
);

const CODES = new OccupationCodes({
  published: new PublishedOccupations(MERGED),
  occupations: [
    { soc: '98-1020', title: 'Loom and Spindle Hands' },
    { soc: '98-2011', title: 'Welders' },
    { soc: '98-2099', title: 'Metal Workers, All Other' },
  ],
  crosswalk: [
    { fromTaxonomy: 'SOC 2010', fromCode: '97-2099', toCode: '98-2011', weight: 0.7 },
    { fromTaxonomy: 'SOC 2010', fromCode: '97-2099', toCode: '98-2099', weight: 0.3 },
    { fromTaxonomy: 'O*NET-SOC 2010', fromCode: '97-2099.04', toCode: '98-1020', weight: 1 },
  ],
});

const FILING: Filing = {
  employer: 'Acme, Inc.',
  title: 'Senior Welder',
  socCode: '98-2011',
  socTitle: 'Welders',
  wage: 35.42,
  unit: 'Hour',
  state: 'PR',
  received: null,
};

const normalize = (filings: readonly Filing[]) =>
  normalizeFilings({ filings, rowsIn: filings.length, excluded: [] }, { readers: READERS, codes: CODES });

describe('OccupationCodes', () => {
  it.each<[string, string, string | null, string]>([
    ['98-2011', 'Welders', '98-2011', 'a current code'],
    ['98-2011.03', 'Sculpture Welders', '98-2011', 'a speciality of one'],
    ['98-1022', 'Spindle Hands', '98-1020', 'a code published together with another'],
    ['97-2099.04', 'Spindle Hands', '98-1020', 'a speciality of the older edition'],
    ['97-2099', 'Whatever', '98-2011', 'an older code, by weight'],
    ['97-2099', 'Metal Workers, All Other', '98-2099', 'an older code, by title'],
    ['96-0001', 'Welders, Non R&D', '98-2011', 'an internal code, by title'],
    ['96-0002', 'Alchemists', null, 'an unknown code'],
  ])('%s %s gives %s: %s', (code, title, expected, _why) => {
    expect(CODES.read(code, title)).toBe(expected);
  });
});

describe('normalizeFilings', () => {
  it('states the low end as filed, per unit and per year, within the fiscal year', () => {
    expect(normalize([FILING]).tables.pay).toEqual([
      {
        basis: 'filed',
        country: 'US',
        region: 'US-PR',
        role: 'welder',
        level: 'senior',
        title: 'withheld',
        soc: '98-2011',
        employer: 'acme',
        currency: 'USD',
        unit: 'hour',
        lowMinor: 3542,
        highMinor: 3542,
        annualLow: 73_674,
        annualHigh: 73_674,
        seenFrom: '2023-10-01',
        seenTo: '2024-09-30',
        repeats: 1,
        words: '',
      },
    ]);
  });

  it('dates a filing whose day is known, and joins equal ones of one month alone', () => {
    const days = ['2025-03-10', '2025-03-28', '2025-04-01'];
    const rows = normalize(days.map((received) => ({ ...FILING, received }))).tables.pay!;
    expect(rows.map(({ seenFrom, seenTo, repeats }) => [seenFrom, seenTo, repeats])).toEqual([
      ['2025-03-10', '2025-03-28', 2],
      ['2025-04-01', '2025-04-01', 1],
    ]);
  });

  it('accounts for applications that were set aside before', () => {
    const excluded = [{ reason: 'not certified', count: 2 }];
    const reading = normalizeFilings({ filings: [FILING], rowsIn: 3, excluded }, { readers: READERS, codes: CODES });
    expect(reading).toMatchObject({ rowsIn: 3, rowsKept: 1, excluded });
  });

  it('halves wages per two weeks', () => {
    const [row] = normalize([{ ...FILING, wage: 1160, unit: 'Bi-Weekly' }]).tables.pay!;
    expect(row).toMatchObject({ unit: 'week', lowMinor: 58_000, annualLow: 30_160 });
  });

  it('joins equal filings of one employer, however it is spelled', () => {
    const reading = normalize([FILING, { ...FILING, employer: 'ACME NORTH LLC' }, { ...FILING, state: 'TX' }]);
    expect(reading.tables.pay!.map(({ repeats }) => repeats)).toEqual([2, 1]);
    expect(reading).toMatchObject({ rowsIn: 3, rowsKept: 2 });
  });

  it('withholds a wording of one employer from the pay rows, and keeps one that two file', () => {
    const filings = [
      FILING,
      { ...FILING, employer: 'Beta', title: 'SENIOR WELDER' },
      { ...FILING, title: 'Phoenix Welder' },
    ];
    const rows = normalize(filings).tables.pay ?? [];
    expect(rows.map((row) => row.title)).toEqual(['senior welder', 'senior welder', 'withheld']);
  });

  it('keeps of a withheld wording what five employers write, in an order that says nothing', () => {
    const filings = [
      ...['A', 'B', 'C', 'D'].map((employer) => ({ ...FILING, employer, title: `Welder, Night Shift ${employer}x` })),
      ...['A', 'B', 'C', 'D', 'E'].map((employer) => ({ ...FILING, employer, title: 'Senior Welder' })),
      { ...FILING, employer: 'E', title: 'Senior Welder Senior Phoenix Night' },
    ];
    const rows = normalize(filings).tables.pay ?? [];
    expect(rows.find(({ employer, title }) => employer === 'e' && title === 'withheld')!.words).toBe(
      'night senior welder',
    );
    expect(rows.filter(({ title }) => title !== 'withheld').every(({ words }) => words === undefined)).toBe(true);
    expect(rows.find(({ employer, title }) => employer === 'a' && title === 'withheld')!.words).toBe('night welder');
  });
});
