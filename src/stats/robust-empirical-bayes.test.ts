import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { worstNonCoverage } from './average-non-coverage.js';
import { cellMoments } from './cell-moments.js';
import { normalCdf } from './normal-cdf.js';
import { normalQuantile } from './normal-quantile.js';
import { type CellEstimate, criticalValue, shrunkenEstimate } from './robust-empirical-bayes.js';

const miss = (bias: number, chi: number): number => normalCdf(bias - chi) + normalCdf(-bias - chi);

describe('worstNonCoverage', () => {
  const bounds = fc.record({
    m2: fc.double({ min: 0.01, max: 30, noNaN: true }),
    kurtosis: fc.double({ min: 1.01, max: 30, noNaN: true }),
    chi: fc.double({ min: 0.5, max: 12, noNaN: true }),
  });

  it('is reached by a distribution that keeps both moments', () => {
    fc.assert(
      fc.property(bounds, ({ m2, kurtosis, chi }) => {
        const { points, value } = worstNonCoverage(m2, kurtosis, chi);
        const mean = (f: (t: number) => number): number =>
          points.reduce((sum, { squaredBias, probability }) => sum + probability * f(squaredBias), 0);
        expect(mean(() => 1)).toBeCloseTo(1, 12);
        expect(mean((t) => t) / m2).toBeCloseTo(1, 9);
        expect(mean((t) => t * t) / m2 ** 2).toBeLessThan(kurtosis * (1 + 1e-6));
        expect(mean((t) => miss(Math.sqrt(t), chi))).toBeCloseTo(value, 12);
      }),
      { numRuns: 150, seed: 5 },
    );
  });

  it('is exceeded by no two or three points with these moments', () => {
    const triples = fc.tuple(
      bounds,
      fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 3, maxLength: 3 }),
    );
    fc.assert(
      fc.property(triples, ({ 0: { m2, kurtosis, chi }, 1: [u, v, w] }) => {
        const low = m2 * u!;
        const high = m2 + (m2 * (kurtosis - 1) * v!) / Math.max(1e-9, 1 - u!);
        const share = (m2 - low) / (high - low || 1);
        const spread = (p: number) => (1 - p) * miss(Math.sqrt(low), chi) + p * miss(Math.sqrt(high), chi);
        const mixed = w! * miss(Math.sqrt(m2), chi) + (1 - w!) * spread(share);
        expect(mixed).toBeLessThanOrEqual(worstNonCoverage(m2, kurtosis, chi).value + 1e-9);
      }),
      { numRuns: 800, seed: 6 },
    );
  });

  it('falls with the half-width, at the slope it states', () => {
    for (const [m2, kurtosis] of [
      [0.3, 4],
      [2, Infinity],
      [9, 3],
    ] as const) {
      for (const chi of [1, 2.2, 4, 7]) {
        const step = 1e-5;
        const above = worstNonCoverage(m2, kurtosis, chi + step).value;
        const below = worstNonCoverage(m2, kurtosis, chi - step).value;
        expect(worstNonCoverage(m2, kurtosis, chi).slope).toBeCloseTo((above - below) / (2 * step), 6);
      }
    }
  });
});

describe('criticalValue', () => {
  it('is the normal quantile without bias', () => {
    expect(criticalValue(0, 3, 0.1)).toBeCloseTo(normalQuantile(0.95), 10);
  });

  it('covers a bias of known size exactly at kurtosis 1', () => {
    expect(miss(1.7, criticalValue(1.7 ** 2, 1, 0.1))).toBeCloseTo(0.1, 10);
  });

  it('grows with the bias and with the kurtosis, up to no limit on it', () => {
    const rising = (values: readonly number[]) => values.every((value, i) => i === 0 || value >= values[i - 1]! - 1e-9);
    const kurtoses = [1, 1.2, 2, 3, 6, 20, 1e6, Infinity];
    const sizes = [0, 1e-9, 0.01, 0.2, 1, 5, 50, 1e4, 1e10];
    for (const m2 of sizes) expect(rising(kurtoses.map((kurtosis) => criticalValue(m2, kurtosis, 0.1)))).toBe(true);
    for (const k of kurtoses) expect(rising(sizes.map((m2) => criticalValue(m2, k, 0.1)))).toBe(true);
    expect(criticalValue(1, 1e9, 0.1)).toBeCloseTo(criticalValue(1, Infinity, 0.1), 8);
  });

  it("is Chebyshev's bound for a large bias of unknown shape, and Cantelli's with a limit on the kurtosis", () => {
    const [m2, alpha, kurtosis] = [1e10, 0.1, 3];
    expect(criticalValue(m2, Infinity, alpha) / Math.sqrt(m2 / alpha)).toBeCloseTo(1, 3);
    const cantelli = Math.sqrt(m2 * (1 + Math.sqrt(((kurtosis - 1) * (1 - alpha)) / alpha)));
    expect(criticalValue(m2, kurtosis, alpha) / cantelli).toBeCloseTo(1, 3);
  });

  it.each([
    ['INVALID_MOMENT', -1, 3, 0.1],
    ['INVALID_MOMENT', Infinity, 3, 0.1],
    ['INVALID_MOMENT', Number.NaN, 3, 0.1],
    ['INVALID_MOMENT', 1, 0.9, 0.1],
    ['INVALID_MOMENT', 1, Number.NaN, 0.1],
    ['INVALID_LEVEL', 1, 3, 0],
    ['INVALID_LEVEL', 1, 3, 1],
  ])('rejects with %s', (code, m2, kurtosis, alpha) => {
    expect(() => criticalValue(m2, kurtosis, alpha)).toThrow(expect.objectContaining({ code }));
  });
});

describe('shrunkenEstimate', () => {
  const cell: CellEstimate = { estimate: 1, variance: 0.25, centre: 0, tau2: 0.25, kurtosis: 3, level: 0.9 };

  it('lies between estimate and centre, and is never wider than without shrinkage at kurtosis 3', () => {
    for (const variance of [0.01, 0.1, 1, 10]) {
      const { value, low, high, shrinkage } = shrunkenEstimate({ ...cell, variance });
      expect(value).toBeCloseTo(shrinkage, 12);
      expect(value - low).toBeCloseTo(high - value, 12);
      expect(high - low).toBeLessThan(2 * normalQuantile(0.95) * Math.sqrt(variance));
    }
  });

  it('is never narrower than the interval that takes the cells for normal', () => {
    for (const tau2 of [0.05, 0.25, 2]) {
      const { low, high, shrinkage } = shrunkenEstimate({ ...cell, tau2 });
      expect((high - low) / 2).toBeGreaterThan(normalQuantile(0.95) * Math.sqrt(shrinkage * cell.variance) - 1e-9);
    }
  });

  it('is the estimate itself where that has no error', () => {
    expect(shrunkenEstimate({ ...cell, variance: 0 })).toEqual({ value: 1, low: 1, high: 1, shrinkage: 1 });
  });

  it.each([
    ['INVALID_VARIANCE', { tau2: 0 }],
    ['INVALID_VARIANCE', { variance: -1 }],
    ['INVALID_VARIANCE', { variance: Infinity }],
    ['INVALID_VALUE', { estimate: Number.NaN }],
    ['INVALID_VALUE', { centre: Infinity }],
    ['INVALID_MOMENT', { kurtosis: 0 }],
    ['INVALID_LEVEL', { level: 90 }],
  ])('rejects with %s', (code, change) => {
    expect(() => shrunkenEstimate({ ...cell, ...change })).toThrow(expect.objectContaining({ code }));
  });
});

describe('cellMoments', () => {
  it('keeps cells that do not differ from shrinking to nothing', () => {
    const variances = new Array(20).fill(0.04);
    const zeros = variances.map(() => 0);
    const { tau2, atFloor, untruncatedTau2, kurtosis } = cellMoments(zeros, variances, zeros);
    expect(untruncatedTau2).toBeCloseTo(-0.04, 12);
    expect(tau2).toBeCloseTo((2 * 0.04) / 20, 12);
    expect(atFloor).toBe(true);
    expect(kurtosis).toBeGreaterThan(1);
  });

  it('takes a variance from elsewhere, above the same floor', () => {
    const variances = [0.01, 0.01, 0.01];
    const given = (tau2: number) => cellMoments([0.1, 0.2, -0.3], variances, [0, 0, 0], { tau2 });
    expect(given(0.5)).toMatchObject({ tau2: 0.5, atFloor: false });
    expect(given(0)).toMatchObject({ atFloor: true, untruncatedTau2: 0 });
    expect(given(0).tau2).toBeCloseTo((2 * 0.01) / 3, 15);
  });

  it.each([
    ['NO_VALUES', [], [], [], {}],
    ['LENGTH_MISMATCH', [1], [1, 2], [0], {}],
    ['INVALID_VALUE', [Infinity], [1], [0], {}],
    ['INVALID_VARIANCE', [1], [0], [0], {}],
    ['INVALID_WEIGHT', [1], [1], [0], { weights: [0] }],
  ])('rejects with %s', (code, estimates, variances, centres, options) => {
    expect(() => cellMoments(estimates, variances, centres, options)).toThrow(expect.objectContaining({ code }));
  });
});
