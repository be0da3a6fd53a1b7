/** Properties that every distribution of stated pay shares, and what each promises of its own. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DomainError } from '../core/errors.js';
import { boundedDistribution } from './bounded-distribution.js';
import { empiricalDistribution } from './empirical-distribution.js';
import { heapingWidth } from './heaping-width.js';
import { intervalCensoredLognormal } from './interval-censored-lognormal.js';
import type { PayDistribution } from './pay-distribution.js';
import { quantileBounds } from './quantile-bounds.js';
import { selfConsistentDistribution } from './self-consistent-distribution.js';
import { uniformRangeDistribution } from './uniform-range-distribution.js';
import { weightedQuantile } from './weighted-quantile.js';

type Fitter = (lows: readonly number[], highs: readonly number[], weights: readonly number[]) => PayDistribution;

const fitters: readonly [string, Fitter][] = [
  ['empirical', (lows, _, weights) => empiricalDistribution(lows, weights)],
  ['uniform', uniformRangeDistribution],
  ['lognormal', intervalCensoredLognormal],
  ['self-consistent', selfConsistentDistribution],
];

const ranges = fc
  .array(
    fc.record({
      low: fc.integer({ min: 300, max: 4000 }).map((hundreds) => hundreds * 100),
      width: fc.oneof(
        fc.constant(0),
        fc.integer({ min: 1, max: 800 }).map((hundreds) => hundreds * 100),
      ),
      weight: fc.integer({ min: 1, max: 40 }).map((tenths) => tenths / 10),
    }),
    { minLength: 2, maxLength: 30 },
  )
  .map((rows) => ({
    lows: rows.map((row) => row.low),
    highs: rows.map((row) => row.low + row.width),
    weights: rows.map((row) => row.weight),
  }))
  .filter(({ lows, highs }) => lows.some((low, i) => low !== lows[0] || highs[i] !== highs[0]));

describe.each(fitters)('%s', (_, distributionOf) => {
  it('has a rising distribution function that its quantile inverts, on any ranges', () => {
    fc.assert(
      fc.property(ranges, ({ lows, highs, weights }) => {
        const { cdf, quantile } = distributionOf(lows, highs, weights);
        let before = -Infinity;
        for (let p = 0.02; p < 0.99; p += 0.04) {
          const q = quantile(p);
          expect(Number.isFinite(q)).toBe(true);
          expect(q).toBeGreaterThanOrEqual(before);
          expect(cdf(q)).toBeGreaterThanOrEqual(p - 1e-6);
          expect(cdf(q - 1)).toBeLessThanOrEqual(p + 1e-6);
          before = q;
        }
      }),
      { numRuns: 60, seed: 2 },
    );
  });

  it('does not depend on the scale of the weights', () => {
    const lows = [90_000, 100_100, 150_000, 121_000];
    const highs = [110_000, 160_000, 170_300, 121_000];
    const one = distributionOf(lows, highs, [1, 2, 1, 3]);
    const other = distributionOf(
      lows,
      highs,
      [1, 2, 1, 3].map((weight) => weight * 1e6),
    );
    for (const p of [0.1, 0.5, 0.9]) expect(other.quantile(p) / one.quantile(p)).toBeCloseTo(1, 8);
  });
});

describe('heapingWidth', () => {
  it.each([
    [150_000, 5000],
    [152_000, 1000],
    [152_500, 500],
    [152_300, 0],
    [0, 0],
  ])('of %s is %s', (value, width) => {
    expect(heapingWidth(value)).toBe(width);
  });
});

describe('empiricalDistribution', () => {
  it('without heaping gives the weighted quantile', () => {
    const values = [100_000, 120_000, 95_000, 130_000, 120_000];
    const weights = [1, 2, 0.5, 1, 1];
    const plain = empiricalDistribution(values, weights, { heaping: false });
    for (const p of [0.05, 0.3, 0.5, 0.75, 0.95]) {
      expect(plain.quantile(p)).toBe(weightedQuantile(values, weights, p));
    }
  });

  it('keeps a jump at an amount that is not heaped', () => {
    const { cdf } = empiricalDistribution([123_456], [1]);
    expect([cdf(123_455.9), cdf(123_456)]).toEqual([0, 1]);
  });
});

describe('uniformRangeDistribution', () => {
  it('says Infinity above the mass of open ranges', () => {
    const open = uniformRangeDistribution([100_000, 200_000], [120_000, Infinity], [1, 1]);
    expect(open.quantile(0.25)).toBe(110_000);
    expect(open.quantile(0.6)).toBe(Infinity);
    expect(open.cdf(1e9)).toBe(0.5);
  });
});

describe('intervalCensoredLognormal', () => {
  it('reports the boundary where one value explains every range, instead of a spread of nothing', () => {
    const fit = intervalCensoredLognormal([100_000, 110_000], [140_000, 150_000], [1, 1]);
    expect(fit.solution).toBe('boundary');
    expect(fit.sigma).toBeGreaterThan(0.05);
  });

  it('takes open and half-open ranges', () => {
    const fit = intervalCensoredLognormal(
      [0, 90_000, 150_000, 200_000],
      [80_000, 120_000, 160_000, Infinity],
      [1, 1, 1, 1],
    );
    expect(fit.solution).toBe('maximum');
    expect(fit.quantile(0.5)).toBeGreaterThan(90_000);
    expect(fit.quantile(0.5)).toBeLessThan(160_000);
  });

  it('survives outliers that have no probability under the others', () => {
    const lows = [...new Array(200).fill(100_000), ...new Array(200).fill(101_500), 1_000, 90_000_000];
    const highs = [...new Array(200).fill(101_000), ...new Array(200).fill(102_500), 1_100, 95_000_000];
    const { mu, sigma } = intervalCensoredLognormal(
      lows,
      highs,
      lows.map(() => 1),
    );
    expect(Number.isFinite(mu) && sigma > 0).toBe(true);
  });

  it.each([
    ['one range', [100], [120], [1]],
    ['equal ranges', [100, 100], [120, 120], [1, 1]],
    ['one range of positive weight', [100, 90], [120, 95], [1, 0]],
    ['ranges without a finite end', [0, 0], [Infinity, Infinity], [1, 1]],
  ])('rejects %s', (_, lows, highs, weights) => {
    expect(() => intervalCensoredLognormal(lows, highs, weights)).toThrow(DomainError);
  });

  it('rejects a range upside down', () => {
    expect(() => intervalCensoredLognormal([100, 130], [90, 140], [1, 1])).toThrow(/low <= high/);
  });
});

describe('selfConsistentDistribution', () => {
  it('finds two humps that a lognormal cannot have', () => {
    const lows = [...new Array(70).fill(98_000), ...new Array(30).fill(198_000)];
    const highs = [...new Array(70).fill(103_000), ...new Array(30).fill(203_000)];
    const weights = lows.map(() => 1);
    const { quantile } = selfConsistentDistribution(lows, highs, weights);
    expect(quantile(0.6)).toBeLessThan(103_100);
    expect(quantile(0.8)).toBeGreaterThan(197_900);
  });
});

describe('boundedDistribution', () => {
  it('keeps quantiles of any ranges within the sharp bounds', () => {
    fc.assert(
      fc.property(ranges, ({ lows, highs, weights }) => {
        const bounded = boundedDistribution(intervalCensoredLognormal(lows, highs, weights), lows, highs, weights);
        for (const p of [0.1, 0.5, 0.9]) {
          const { low, high } = quantileBounds(lows, highs, weights, p);
          expect(bounded.quantile(p)).toBeGreaterThanOrEqual(low);
          expect(bounded.quantile(p)).toBeLessThanOrEqual(high);
        }
      }),
      { numRuns: 60, seed: 3 },
    );
  });
});
