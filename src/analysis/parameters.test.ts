import { describe, expect, it } from 'vitest';
import { memoryStore } from '../../test/contract/memory-store.js';
import { MarketError } from '../core/errors.js';
import { loadParameters } from './parameters.js';

const VALUES: Readonly<Record<string, number>> = {
  'design-effect': 1.4,
  'growth.mean': 0.03,
  'growth.between-variance': 0.0001,
  'growth.within-variance': 0.0002,
  'growth.shock-variance': 0.0003,
  'growth.year-mean.2024': 0.04,
  'growth.year-mean.2025': 0.02,
  'ageing.role-deviation-sd': 0.017,
  'official.rse-intercept': 3.5,
  'official.rse-slope': -0.3,
  'official.jobs-rse-intercept': 5.2,
  'official.jobs-rse-slope': -0.4,
  'growth.mean-years': 1,
};
const storeWith = (values: Readonly<Record<string, number>>) =>
  memoryStore({
    parameters: Object.entries(values).map(([name, value]) => ({ source: 'fit', name, value, n: 1, note: '' })),
  });

describe('the parameters of a market', () => {
  it('are read by name', async () => {
    expect(await loadParameters(storeWith(VALUES))).toEqual({
      designEffect: 1.4,
      growth: {
        mean: 0.03,
        betweenVariance: 0.0001,
        withinVariance: 0.0002,
        shockVariance: 0.0003,
        yearMeans: new Map([
          [2024, 0.04],
          [2025, 0.02],
        ]),
        meanYears: 1,
      },
      growthRecord: { origins: new Map(), errors: null, n: 0 },
      roleDeviationSd: 0.017,
      rseIntercept: 3.5,
      rseSlope: -0.3,
      jobsRseIntercept: 5.2,
      jobsRseSlope: -0.4,
      levelRatios: new Map(),
      sourceBiases: { lines: new Map(), residualSd: null },
      postedChanges: [],
    });
  });

  it.each(Object.keys(VALUES).filter((name) => !name.includes('year-mean')))('must include %s', async (name) => {
    const { [name]: _, ...rest } = VALUES;
    const failure = await loadParameters(storeWith(rest)).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(MarketError);
    expect((failure as MarketError).code).toBe('MARKET_INCOMPLETE');
    expect((failure as MarketError).message).toContain(name);
  });
});
