import { describe, expect, it } from 'vitest';
import { memoryStore } from '../../test/contract/memory-store.js';
import { IN_BRITAIN, questionWith } from '../../test/fixtures/question.js';
import type { RowOf } from '../query/tables.js';
import { earningsAbroad } from './earnings-abroad.js';

const earnings = (code: string, changes: Partial<RowOf<'earnings'>> = {}): RowOf<'earnings'> => ({
  source: 'survey',
  country: 'GB',
  place: 'GB',
  placeName: 'United Kingdom',
  taxonomy: 'UK SOC 2020',
  code,
  label: `Class ${code}`,
  year: 2024,
  unit: 'year',
  currency: 'GBP',
  population: 'employees',
  jobs: null,
  mean: 60_000,
  p10: null,
  p25: null,
  p50: 54_669,
  p75: null,
  p90: null,
  meanRsePercent: null,
  medianRsePercent: 1.3,
  borrowedFrom: null,
  ...changes,
});

const match = (soc: string, code: string, taxonomy = 'UK SOC 2020') => ({
  source: 'matches',
  taxonomy,
  code,
  soc,
  share: 1,
  matchedBy: 'reviewed by hand',
});

const OCCUPATIONS = [
  { soc: '15-1252', title: 'Software Developers', share: 0.7 },
  { soc: '15-2051', title: 'Data Scientists', share: 0.2 },
];
const ask = (rows: Parameters<typeof memoryStore>[0], changes: Parameters<typeof questionWith>[0] = {}) =>
  earningsAbroad(
    memoryStore(rows),
    questionWith({ ...IN_BRITAIN, occupations: OCCUPATIONS, asOf: '2026-08-08', ...changes }),
  );

describe('official earnings abroad', () => {
  it('are those of the classes matched to the leading occupations', async () => {
    const found = await ask({
      earnings: [earnings('2134'), earnings('2433'), earnings('9999')],
      occupationMatches: [match('15-1252', '2134'), match('15-2051', '2433')],
    });
    expect(found!.classes.map(({ row, match: by }) => [row.code, by])).toEqual([['2134', 'reviewed by hand']]);
  });

  it('prefer full-time employees to all, then the newest year not after the as-of date', async () => {
    const found = await ask({
      earnings: [
        earnings('2134', { year: 2025, population: 'employees, full- and part-time', p50: 1 }),
        earnings('2134', { year: 2023, population: 'full-time employees', p50: 2, p10: 1 }),
        earnings('2134', { year: 2024, population: 'full-time employees', p50: 3 }),
        earnings('2134', { year: 2027, population: 'full-time employees', p50: 4 }),
      ],
      occupationMatches: [match('15-1252', '2134')],
    });
    expect(found!.classes.map(({ row }) => row.p50)).toEqual([3]);
  });

  it('trust a publisher that lists the very title more than the occupation', async () => {
    const found = await ask(
      {
        earnings: [earnings('2134'), earnings('3544')],
        occupationMatches: [match('15-1252', '2134')],
        occupationTitles: [
          { source: 'titles', taxonomy: 'UK SOC 2020', code: '3544', title: 'data analyst', language: 'en' },
        ],
      },
      { titleKey: 'data analyst' },
    );
    expect(found!.classes).toMatchObject([{ row: { code: '3544' }, match: 'title', matchSource: 'titles' }]);
  });

  it('know a class by its own name, in the plural or the singular', async () => {
    const rows = {
      earnings: [earnings('2251', { label: 'Pharmacists' }), earnings('2434', { label: 'Data Scientists, chief' })],
    };
    const pharmacist = { titleKey: 'pharmacist', occupations: [{ soc: '29-1051', title: 'Pharmacists', share: 1 }] };
    expect((await ask(rows, pharmacist))!.classes).toMatchObject([{ row: { code: '2251' }, match: 'title' }]);
    const leading = { titleKey: 'rx', occupations: [{ soc: '29-1051', title: 'Pharmacists', share: 0.5 }] };
    expect((await ask(rows, leading))!.classes).toHaveLength(1);
    const minor = { titleKey: 'rx', occupations: [{ soc: '29-1051', title: 'Pharmacists', share: 0.49 }] };
    expect((await ask(rows, minor))!.classes).toHaveLength(0);
  });

  it('leave out an older classification of the same source', async () => {
    const old = earnings('2213', { label: 'Pharmacists', taxonomy: 'UK SOC 2010', year: 2021 });
    const pharmacist = { titleKey: 'pharmacist', occupations: [{ soc: '29-1051', title: 'Pharmacists', share: 1 }] };
    const now = earnings('2251', { label: 'Pharmacists', year: 2024 });
    const codes = async (...rows: RowOf<'earnings'>[]) =>
      (await ask({ earnings: rows }, pharmacist))!.classes.map(({ row }) => row.code);
    expect(await codes(old, now)).toEqual(['2251']);
    expect(await codes(old)).toEqual(['2213']);
    expect(await codes({ ...old, year: 2022 }, now)).toHaveLength(2);
    expect(await codes({ ...old, source: 'another' }, now)).toHaveLength(2);
  });

  it('put the class of most of the work first', async () => {
    const found = await ask({
      earnings: [earnings('1111'), earnings('9999')],
      occupationMatches: [match('15-2051', '1111'), match('15-1252', '9999')].map((row) => ({ ...row })),
    });
    expect(found!.classes.map(({ row }) => row.code)).toEqual(['9999']);
    const both = await ask(
      {
        earnings: [earnings('1111'), earnings('9999')],
        occupationMatches: [match('15-2051', '1111'), match('15-1252', '9999')],
      },
      {
        occupations: [
          { soc: '15-1252', title: 'Software Developers', share: 0.6 },
          { soc: '15-2051', title: 'Data Scientists', share: 0.3 },
        ],
      },
    );
    expect(both!.classes.map(({ row, share }) => [row.code, share])).toEqual([
      ['9999', 0.6],
      ['1111', 0.3],
    ]);
  });

  it('fall back on wider international classes, never on those of one digit', async () => {
    const isco = (code: string) => earnings(code, { taxonomy: 'ISCO-08' });
    const matches = { occupationMatches: [match('15-1252', '2512', 'ISCO-08')] };
    const codes = async (...have: string[]) =>
      (await ask({ ...matches, earnings: have.map(isco) }))!.classes.map(({ row }) => row.code);
    expect(await codes('2', '25', '251', '2512')).toEqual(['2512']);
    expect(await codes('2', '25')).toEqual(['25']);
    expect(await codes('2')).toEqual([]);
  });

  it('use the international classes only where the country has none of its own', async () => {
    const isco = earnings('2512', { taxonomy: 'ISCO-08' });
    const matches = [match('15-1252', '2134'), match('15-1252', '2512', 'ISCO-08')];
    const both = await ask({ earnings: [earnings('2134'), isco], occupationMatches: matches });
    expect(both!.classes.map(({ row }) => row.taxonomy)).toEqual(['UK SOC 2020']);
    const one = await ask({ earnings: [isco], occupationMatches: matches });
    expect(one!.classes.map(({ row }) => row.taxonomy)).toEqual(['ISCO-08']);
  });

  it('are no regions, no major groups and nothing without a figure', async () => {
    const found = await ask({
      earnings: [
        earnings('2134', { place: 'GB-E12000007' }),
        earnings('2', { taxonomy: 'ISCO-08' }),
        earnings('2136', { taxonomy: 'UK SOC 2010', year: 2021 }),
        earnings('2135', { p50: null, mean: null }),
      ],
      occupationMatches: [match('15-1252', '2134'), match('15-1252', '2', 'ISCO-08'), match('15-1252', '2135')],
    });
    expect(found).toEqual({
      classes: [],
      published: [
        { source: 'survey', taxonomy: 'UK SOC 2020', digits: 4 },
        { source: 'survey', taxonomy: 'UK SOC 2010', digits: 4 },
        { source: 'survey', taxonomy: 'ISCO-08', digits: 1 },
      ],
    });
  });

  it('are nothing where the market holds none of the country', async () => {
    expect(await ask({ earnings: [earnings('2134', { country: 'DE', place: 'DE' })] })).toBe(null);
  });
});
