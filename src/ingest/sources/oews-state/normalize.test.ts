import { describe, expect, it } from 'vitest';
import { normalizeStates } from './normalize.js';
import type { StateRecord } from './parse.js';

const RECORD: StateRecord = {
  year: '2024',
  area: '06',
  occ_code: '99-1011',
  emp: '830',
  avg: '190000',
  p10: '80000',
  p25: '120000',
  med: '170000',
  p75: null,
  p90: null,
  lq: '1.35',
};

const rowOf = (change: Partial<StateRecord>) => normalizeStates([{ ...RECORD, ...change }]).tables.official![0]!;

describe('normalizeStates', () => {
  it('reads an empty upper percentile of 2024 as capped', () => {
    expect(rowOf({})).toMatchObject({
      place: 'US-CA',
      year: 2024,
      p50: 170_000,
      p75: null,
      topCode: 239_200,
      cappedFrom: 75,
      locationQuotient: 1.35,
    });
  });

  it('reads the same of 2025 as suppressed: that year has no cap', () => {
    expect(rowOf({ year: '2025' })).toMatchObject({ p75: null, topCode: null, cappedFrom: null });
  });

  it('reads a cell without any percentile as suppressed', () => {
    expect(rowOf({ p10: null, p25: null, med: null })).toMatchObject({ topCode: null, cappedFrom: null });
  });

  it('refuses an area that is no state', () => {
    expect(() => rowOf({ area: '99' })).toThrow(/no state's code/);
  });
});
