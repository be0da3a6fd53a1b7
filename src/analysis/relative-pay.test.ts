import { describe, expect, it } from 'vitest';
import { COST_MARKET } from '../../test/fixtures/cost-market.js';
import { officialRow } from '../../test/fixtures/market-rows.js';
import { IN_CALIFORNIA, PARAMETERS, questionWith } from '../../test/fixtures/question.js';
import { stateRelativePay } from './relative-pay.js';

const question = questionWith(IN_CALIFORNIA);
const data = { rows: COST_MARKET.official };
const inCalifornia = (rows = data.rows) => stateRelativePay({ rows }, question, 'US-CA', PARAMETERS);

describe('the cost of labour of a state', () => {
  it('is its means over the national ones of the same year, occupations and shares', () => {
    const pay = inCalifornia()!;
    expect(pay).toMatchObject({ place: 'US-CA', year: 2025, coverage: 1, modelledError: true });
    expect(pay.ratio).toBeCloseTo(82_500 / 66_000, 12);
    expect(pay.sources).toEqual(['oews-state', 'oews-national']);
    expect(pay.medianRatio).toBeGreaterThan(1.15);
    expect(pay.interval!.low).toBeLessThan(pay.ratio);
    expect(pay.interval!.high).toBeGreaterThan(pay.ratio);
  });

  it('weighs occupations by their share in the question', () => {
    const rows = data.rows.map((row) =>
      row.place === 'US-CA' && row.soc === '15-2051' ? { ...row, mean: 66_000 } : row,
    );
    expect(inCalifornia(rows)!.ratio).toBeCloseTo((0.6 * 82_500 + 0.4 * 66_000) / 66_000, 12);
  });

  it('compares only what both publish, and says how much of the mix that is', () => {
    const withoutOne = data.rows.filter((row) => !(row.place === 'US-CA' && row.soc === '15-2051'));
    expect(inCalifornia(withoutOne)).toMatchObject({ coverage: 0.6, occupations: [{ soc: '15-1252' }] });
    expect(inCalifornia(withoutOne)!.ratio).toBeCloseTo(1.25, 12);
    const withoutMost = data.rows.filter((row) => !(row.place === 'US-CA' && row.soc === '15-1252'));
    expect(inCalifornia(withoutMost)).toBeNull();
  });

  it('takes the newest year that both have', () => {
    const older = officialRow({ place: 'US-CA', year: 2024, mean: 63_000, meanRsePercent: null });
    const newer = officialRow({ place: 'US-CA', year: 2026, mean: 99_000, meanRsePercent: null });
    expect(inCalifornia([...data.rows, older, newer])!.year).toBe(2025);
    const national = data.rows.filter((row) => row.place === 'US');
    expect(inCalifornia([...national, older])).toMatchObject({ year: 2024, ratio: 1, coverage: 0.6 });
  });

  it('uses a published error where there is one, and is wider with fewer jobs', () => {
    const width = (changes: Partial<(typeof data.rows)[number]>): number => {
      const rows = data.rows.map((row) => (row.place === 'US-CA' ? { ...row, ...changes } : row));
      const { interval } = stateRelativePay({ rows }, question, 'US-CA', { ...PARAMETERS, rseSlope: -0.3 })!;
      return interval!.high - interval!.low;
    };
    expect(width({ jobs: 100 })).toBeGreaterThan(width({ jobs: 10_000 }));
    const published = data.rows.map((row) => (row.place === 'US-CA' ? { ...row, meanRsePercent: 1 } : row));
    expect(stateRelativePay({ rows: published }, question, 'US-CA', PARAMETERS)!.modelledError).toBe(false);
  });

  it('is nothing for a place without rows, and for an empty market', () => {
    expect(stateRelativePay(data, question, 'US-PR', PARAMETERS)).toBeNull();
    expect(stateRelativePay({ rows: [] }, question, 'US-CA', PARAMETERS)).toBeNull();
    expect(stateRelativePay(data, { ...question, occupations: [] }, 'US-CA', PARAMETERS)).toBeNull();
  });

  it('gives no ratio of medians where one is capped', () => {
    const rows = data.rows.map((row) =>
      row.place === 'US-CA' && row.soc === '15-2051' ? { ...row, p50: null, cappedFrom: 50, topCode: 239_200 } : row,
    );
    expect(inCalifornia(rows)!.medianRatio).toBeNull();
    expect(inCalifornia(rows)!.ratio).toBeCloseTo(1.25, 12);
  });
});
