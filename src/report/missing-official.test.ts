import { describe, expect, it } from 'vitest';
import { officialRow } from '../../test/fixtures/market-rows.js';
import { IN_BRITAIN } from '../../test/fixtures/question.js';
import { smallContext } from '../../test/fixtures/small-report.js';
import type { ClassEarnings, EarningsAbroad } from '../analysis/earnings-abroad.js';
import type { RowOf } from '../query/tables.js';
import { officialGap } from './missing-official.js';

const ACTORS = { occupations: [{ soc: '27-2011', title: 'Actors', share: 1 }] };
const NOTHING = { mean: null, p10: null, p25: null, p50: null, p75: null, p90: null } as const;

const atHome = async (changes: Partial<RowOf<'official'>> | null) => {
  const official = changes === null ? [] : [officialRow({ soc: '27-2011', year: 2025, ...NOTHING, ...changes })];
  return officialGap(await smallContext({ question: { ...ACTORS, asOf: '2026-08-08' }, market: { official } }));
};

describe('why the official survey has no figure', () => {
  it('says that jobs are counted and no yearly wage is published', async () => {
    const { why, needed } = await atHome({ jobs: 55_000, topCode: null, cappedFrom: null });
    expect(why).toContain('the official survey of May 2025 counts 55,000 jobs of Actors but publishes no yearly wage');
    expect(needed).toContain('hourly');
    expect((await atHome({ jobs: null, topCode: null, cappedFrom: null })).why).toContain(
      'publishes no yearly wage of Actors',
    );
  });

  it('says "at least" where the middle is capped', async () => {
    const { why } = await atHome({ year: 2024, topCode: 239_200, cappedFrom: 50 });
    expect(why).toContain('the official survey of May 2024 only says that the median of Actors is at least US$239,200');
    expect((await atHome({ topCode: 239_200, cappedFrom: 75 })).why).not.toContain('at least');
  });

  it('says that the occupation is not in it', async () => {
    expect((await atHome(null)).why).toBe('the official survey publishes nothing about Actors');
  });

  it('says of an earlier date that no table of that time is held, not that none is published', async () => {
    const asked = async (question: object) =>
      officialGap(await smallContext({ question: { ...ACTORS, ...question, asOf: '2019-05-31' }, market: {} }));
    const { why, needed } = await asked({});
    expect(why).toBe('the market holds no official table of it from 31 May 2019 or before');
    expect(needed).toContain('--as-of');
    expect((await asked(IN_BRITAIN)).why).toBe(why);
    const published = [{ source: 'survey', taxonomy: 'UK SOC 2020', digits: 4 }];
    const context = await smallContext(
      { question: { ...IN_BRITAIN, asOf: '2019-05-31' } },
      { earningsAbroad: { classes: [], published } },
    );
    expect(officialGap(context).why).toBe(why);
  });

  it('says that too little of the mix is in it, where a wage is', async () => {
    expect((await atHome({ p50: 60_000, topCode: null, cappedFrom: null })).why).toBe(
      'the official tables up to 2025 hold less than half of the occupations Actors',
    );
  });
});

const ENTRY: ClassEarnings = {
  row: {
    source: 'survey',
    country: 'GB',
    taxonomy: 'NOC 2021',
    code: '21231',
    label: 'Software engineers',
    year: 2025,
    unit: 'hour',
    currency: 'GBP',
    population: 'employees',
    jobs: null,
    mean: 57,
    p10: null,
    p25: null,
    p50: 56.49,
    p75: null,
    p90: null,
    medianRsePercent: null,
  },
  match: 'title',
  matchSource: 'titles',
  share: 1,
};
const abroad = async (earningsAbroad: EarningsAbroad | null) =>
  officialGap(await smallContext({ question: IN_BRITAIN }, { earningsAbroad }));
const withRow = (row: Partial<ClassEarnings['row']>): EarningsAbroad => ({
  classes: [{ ...ENTRY, row: { ...ENTRY.row, ...row } }],
  published: [],
});

describe('why official earnings abroad carry no headline', () => {
  it.each([
    [null, 'holds no official earnings of the United Kingdom'],
    [{ classes: [], published: [{ source: 's', taxonomy: 'ISCO-08', digits: 1 }] }, 'one digit only'],
    [{ classes: [], published: [{ source: 's', taxonomy: 'ISCO-08', digits: 2 }] }, '2 digits only'],
    [{ classes: [], published: [{ source: 's', taxonomy: 'NOC 2021', digits: 5 }] }, 'none of its classes'],
    [withRow({}), 'the official median there, £56.49 an hour in 2025 for class 21231 of NOC 2021'],
    [withRow({}), 'published without an error'],
    [withRow({ p50: null }), 'the official mean there, £57.00 an hour'],
    [withRow({ medianRsePercent: 1, currency: 'EUR' }), 'is in EUR, not in GBP'],
  ] as [EarningsAbroad | null, string][])('case %#: %s', async (earnings, words) => {
    const { why, needed } = await abroad(earnings);
    expect(why).toContain(words);
    expect(why).not.toMatch(/undefined|null|NaN/);
    expect(needed).toMatch(/\.$/);
  });
});
