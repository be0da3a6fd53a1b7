import { describe, expect, it } from 'vitest';
import { memoryStore } from '../../test/contract/memory-store.js';
import { officialRow } from '../../test/fixtures/market-rows.js';
import { IN_BRITAIN, IN_CALIFORNIA, PARAMETERS, questionWith } from '../../test/fixtures/question.js';
import type { RowOf } from '../query/tables.js';
import { occupationDemand, occupationProjections, stateFigures } from './demand.js';

const demand = (rows: readonly RowOf<'official'>[], place = 'US', changes = {}) =>
  occupationDemand({ rows }, questionWith(changes), place, PARAMETERS);

describe('official jobs of the leading occupations', () => {
  it('are those of the newest year, with the year before', () => {
    const rows = [
      officialRow({ jobs: 1_000, year: 2024 }),
      officialRow({ jobs: 1_100, jobsRsePercent: 2.5 }),
      officialRow({ soc: '15-2051', jobs: 300 }),
      officialRow({ soc: '29-1141', jobs: 9_000 }),
    ];
    expect(demand(rows).map((entry) => [entry.occupation.soc, entry.year, entry.jobs, entry.jobsYearBefore])).toEqual([
      ['15-1252', 2025, 1_100, 1_000],
      ['15-2051', 2025, 300, null],
    ]);
    expect(demand(rows)[0]).toMatchObject({
      jobsRsePercent: 2.5,
      quotient: null,
      source: 'oews-national',
      place: 'US',
    });
  });

  it('are not compared across taxonomies', () => {
    const rows = [officialRow({ jobs: 1_000, year: 2024, taxonomy: 'hybrid' }), officialRow({ jobs: 1_100 })];
    expect(demand(rows)[0]!.jobsYearBefore).toBeNull();
  });

  it('are told of three occupations at most, and of none without jobs', () => {
    const codes = ['11-0001', '11-0002', '11-0003', '11-0004'];
    const occupations = codes.map((soc) => ({ soc, title: soc, share: 0.25 }));
    const rows = codes.map((soc) => officialRow({ soc }));
    expect(demand(rows, 'US', { occupations }).map((entry) => entry.occupation.soc)).toEqual(codes.slice(0, 3));
    expect(demand([])).toEqual([]);
    expect(demand([officialRow({ jobs: null })])).toEqual([]);
    expect(demand([officialRow({ year: 2024 }), officialRow({ soc: '15-2051', year: 2025 })])).toHaveLength(1);
  });
});

describe('the location quotient', () => {
  const national = [officialRow({ jobs: 1_500_000 }), officialRow({ soc: '00-0000', jobs: 150_000_000 })];
  const local = officialRow({ place: 'US-CA', jobs: 300_000, locationQuotient: 2 });

  it('shrinks the published one towards 1 by the error that jobs of this number have', () => {
    const [entry] = demand([...national, local], 'US-CA', IN_CALIFORNIA);
    const { raw, value, low, high } = entry!.quotient!;
    expect(raw).toBeCloseTo(2, 9);
    const events = 300_000 / (1 + 300_000 * (Math.E / 100) ** 2);
    expect(value).toBeCloseTo((4 + events) / (4 + events / 2), 6);
    expect(low).toBeLessThan(value);
    expect(high).toBeGreaterThan(value);
  });

  it.each([
    ['the published one is missing', [...national, { ...local, locationQuotient: null }]],
    ['the published one is zero', [...national, { ...local, locationQuotient: 0 }]],
    ['the country has no total', [national[0]!, local]],
    ['the country has no such jobs', [national[1]!, local]],
    ['the total has no jobs', [national[0]!, { ...national[1]!, jobs: null }, local]],
  ])('is none where %s', (_reason, rows) => {
    const found = demand(rows, 'US-CA', IN_CALIFORNIA);
    expect(found.map((entry) => [entry.jobs, entry.quotient])).toEqual([[300_000, null]]);
  });
});

describe('projections', () => {
  const projection = (soc: string, changes: Partial<RowOf<'projections'>> = {}): RowOf<'projections'> => ({
    source: 'projections',
    soc,
    baseYear: 2024,
    targetYear: 2034,
    jobsBase: 100,
    jobsProjected: 117,
    changePercent: 17.1,
    openingsPerYear: 12,
    ...changes,
  });
  const read = (changes: object, rows = [projection('15-1252'), projection('29-1141')]) =>
    occupationProjections(memoryStore({ projections: rows }), questionWith(changes));

  it('are those of the leading occupations', async () => {
    const found = await read({});
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ baseYear: 2024, targetYear: 2034, changePercent: 17.1, openingsPerYear: 12 });
    expect(found[0]!.occupation.soc).toBe('15-1252');
  });

  it('are not known in or before their base year', async () => {
    expect(await read({ asOf: '2024-12-31' })).toEqual([]);
    expect(await read({ asOf: '2025-01-01' })).toHaveLength(1);
  });

  it('are national for a state and none for another country or an unknown title', async () => {
    expect(await read(IN_CALIFORNIA)).toHaveLength(1);
    expect(await read(IN_BRITAIN)).toEqual([]);
    expect(await read({ occupations: [] })).toEqual([]);
  });
});

describe('the figures of every state', () => {
  const national = [officialRow({ jobs: 1_500_000 }), officialRow({ soc: '00-0000', jobs: 150_000_000 })];
  const rows = [
    officialRow({ place: 'US-TX', p50: 90_000, jobs: null }),
    officialRow({ place: 'US-CA', p50: 120_000, jobs: 300_000, locationQuotient: 2 }),
    officialRow({ place: 'US-NY', p50: null, locationQuotient: null }),
    officialRow({ place: 'US-WA', year: 2024 }),
    officialRow({ place: 'US-OR', soc: '15-2051' }),
    ...national,
  ];
  const read = (changes = {}) =>
    stateFigures(memoryStore({ official: rows }), { rows: national }, questionWith(changes), {
      year: 2025,
      parameters: PARAMETERS,
    });

  it('are those of the leading occupation in one year', async () => {
    const found = await read();
    expect(found.map(({ place, median, jobs }) => [place, median, jobs])).toEqual([
      ['US-CA', 120_000, 300_000],
      ['US-NY', null, 1_000_000],
      ['US-TX', 90_000, null],
    ]);
  });

  it('have a quotient where jobs and a published one are there', async () => {
    const [california, ...others] = await read();
    expect(california!.quotient!.raw).toBeCloseTo(2, 9);
    expect(others.map((state) => state.quotient)).toEqual([null, null]);
  });

  it('are none for a title that fits no occupation', async () => {
    expect(await read({ occupations: [] })).toEqual([]);
  });
});
