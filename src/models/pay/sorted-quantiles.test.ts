import { describe, expect, it } from 'vitest';
import { seededRng, weightedQuantile } from '../../stats/index.js';
import { sortedQuantiles } from './sorted-quantiles.js';

const SHARES = [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95];

describe('sortedQuantiles', () => {
  it('gives what weightedQuantile gives', () => {
    const rng = seededRng(3);
    for (const n of [1, 2, 7, 200]) {
      const values = Array.from({ length: n }, () => Math.round(rng() * 20));
      const weights = values.map(() => (rng() < 0.2 ? 0 : rng()));
      weights[0] = 1;
      expect(sortedQuantiles(Float64Array.from(values), Float64Array.from(weights), SHARES)).toEqual(
        SHARES.map((share) => weightedQuantile(values, weights, share)),
      );
    }
  });

  it('has no quantile of nothing', () => {
    expect(sortedQuantiles(new Float64Array(2), new Float64Array(2), [0.5])).toEqual([Number.NaN]);
    expect(sortedQuantiles(new Float64Array(0), new Float64Array(0), [0.5])).toEqual([Number.NaN]);
  });
});
