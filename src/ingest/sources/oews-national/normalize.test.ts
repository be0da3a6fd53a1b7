import { describe, expect, it } from 'vitest';
import { normalizeOews, taxonomyOf, topCodeOf } from './normalize.js';
import type { OewsRecord } from './parse.js';

const RECORD: OewsRecord = {
  year: 2023,
  soc: '99-1011',
  group: 'detailed',
  jobs: '1200',
  jobsRsePercent: '2.5',
  mean: '61000',
  meanRsePercent: '0.8',
  percentiles: ['30000', '41000', '58000', '80000', '99000'],
};

function rowOf(change: Partial<OewsRecord>) {
  return normalizeOews([{ ...RECORD, ...change }]).tables.official![0]!;
}

describe('normalizeOews', () => {
  it('keeps totals, major groups and detailed occupations and counts the rest', () => {
    const groups = ['total', 'major', 'minor', 'broad', 'broad', 'detailed'];
    const reading = normalizeOews(groups.map((group) => ({ ...RECORD, group })));
    expect(reading.tables.official).toHaveLength(3);
    expect(reading).toMatchObject({
      rowsIn: 6,
      rowsKept: 3,
      excluded: [
        { reason: 'broad group', count: 2 },
        { reason: 'minor group', count: 1 },
      ],
    });
  });

  it('reads figures and their relative standard errors', () => {
    expect(rowOf({})).toEqual({
      place: 'US',
      soc: '99-1011',
      year: 2023,
      taxonomy: 'SOC 2018',
      jobs: 1200,
      jobsRsePercent: 2.5,
      mean: 61_000,
      meanRsePercent: 0.8,
      p10: 30_000,
      p25: 41_000,
      p50: 58_000,
      p75: 80_000,
      p90: 99_000,
      topCode: null,
      cappedFrom: null,
      locationQuotient: null,
    });
  });

  it('turns # into a cap at the lowest capped percentile', () => {
    const percentiles = ['90000', '150000', '220000', '#', '#'];
    expect(rowOf({ percentiles })).toMatchObject({
      p50: 220_000,
      p75: null,
      p90: null,
      topCode: 239_200,
      cappedFrom: 75,
    });
    expect(rowOf({ percentiles, year: 2019 })).toMatchObject({ topCode: 208_000 });
  });

  it('takes * and ** for no estimate, without a cap', () => {
    const row = rowOf({ jobs: '**', mean: '*', percentiles: ['*', '*', '*', '*', '*'] });
    expect(row).toMatchObject({ jobs: null, mean: null, p10: null, p90: null, cappedFrom: null });
  });

  it('takes a mean of nought for a lost mark', () => {
    expect(rowOf({ year: 2018, mean: '0' }).mean).toBeNull();
  });

  it('refuses what the publisher does not document', () => {
    expect(() => rowOf({ year: 2025, percentiles: ['1', '2', '3', '4', '#'] })).toThrow(/no cap is known/);
    expect(() => rowOf({ group: 'residual' })).toThrow(/residual/);
    expect(() => rowOf({ jobs: 'many' })).toThrow(/TOT_EMP/);
  });

  it('knows the breaks of the series', () => {
    expect([2017, 2018, 2019, 2020, 2021, 2025].map(taxonomyOf)).toEqual([
      'SOC 2010',
      'SOC 2010',
      'hybrid',
      'hybrid',
      'SOC 2018',
      'SOC 2018',
    ]);
    expect([2021, 2022, 2024, 2025].map(topCodeOf)).toEqual([208_000, 239_200, 239_200, null]);
  });
});
