/** Inverses, symmetries and domains; agreement with R and SciPy is in test/reference. */
import { describe, expect, it } from 'vitest';
import { DomainError } from '../core/errors.js';
import { betaCdf, betaQuantile } from './beta-quantile.js';
import { gammaCdf, gammaQuantile } from './gamma-quantile.js';
import { kornGraubardInterval } from './korn-graubard-interval.js';
import { normalCdf, normalProbabilityBetween } from './normal-cdf.js';
import { normalQuantile } from './normal-quantile.js';
import { seededRng } from './seeded-rng.js';
import { tQuantile } from './t-quantile.js';

const PROBABILITIES = [1e-8, 0.01, 0.2, 0.5, 0.77, 0.99];

describe('quantiles invert their distribution functions', () => {
  it.each(PROBABILITIES)('at %s', (p) => {
    expect(normalCdf(normalQuantile(p)) / p).toBeCloseTo(1, 10);
    expect(betaCdf(betaQuantile(p, 2.2, 7), 2.2, 7) / p).toBeCloseTo(1, 9);
    expect(gammaCdf(gammaQuantile(p, 3.3), 3.3) / p).toBeCloseTo(1, 9);
    expect(tQuantile(1 - p, 6)).toBeCloseTo(-tQuantile(p, 6), 5);
  });
});

describe('normal distribution', () => {
  it('has limits at the infinities', () => {
    expect([normalCdf(-Infinity), normalCdf(Infinity)]).toEqual([0, 1]);
    expect(normalProbabilityBetween(-Infinity, Infinity)).toBe(1);
  });

  it('keeps small probabilities far from the centre, on both sides', () => {
    expect(normalProbabilityBetween(10, 11)).toBeGreaterThan(0);
    expect(normalProbabilityBetween(10, 11)).toBe(normalProbabilityBetween(-11, -10));
  });
});

describe('tQuantile', () => {
  it('is the normal quantile without end of degrees of freedom', () => {
    expect(tQuantile(0.9, Infinity)).toBe(normalQuantile(0.9));
  });
});

describe('domains', () => {
  it.each([
    () => normalQuantile(0),
    () => betaQuantile(0.5, 0, 1),
    () => gammaQuantile(0.5, -1),
    () => gammaCdf(1, Number.NaN),
    () => tQuantile(0.5, 0),
    () => kornGraubardInterval({ p: 0.5, variance: -1, n: 10, df: 3, level: 0.9 }),
    () => kornGraubardInterval({ p: 0.5, variance: 1, n: 10, df: 0, level: 0.9 }),
  ])('%s is rejected', (call) => {
    expect(call).toThrow(DomainError);
  });
});

describe('kornGraubardInterval', () => {
  it('is Clopper-Pearson for a simple random sample with many degrees of freedom', () => {
    const { low, high } = kornGraubardInterval({ p: 0.4, variance: 0, n: 20, df: 1e7, level: 0.95 });
    // R: binom.test(8, 20)$conf.int
    expect(low).toBeCloseTo(0.1911901, 6);
    expect(high).toBeCloseTo(0.6394574, 6);
  });

  it('never counts more than n observations', () => {
    const interval = kornGraubardInterval({ p: 0.5, variance: 1e-9, n: 30, df: 1e7, level: 0.9 });
    expect(interval.effectiveN).toBeCloseTo(30, 4);
  });
});

describe('seededRng', () => {
  it('repeats itself for a seed, differs between seeds and is even over [0, 1)', () => {
    const [a, b, c] = [seededRng(42), seededRng(42), seededRng(43)];
    const draws = Array.from({ length: 4000 }, a);
    expect(Array.from({ length: 4000 }, b)).toEqual(draws);
    expect(c()).not.toBe(draws[0]);
    expect(draws.every((u) => u >= 0 && u < 1)).toBe(true);
    expect(draws.reduce((sum, u) => sum + u, 0) / 4000).toBeCloseTo(0.5, 1);
    expect(draws.filter((u) => u < 0.1).length / 4000).toBeCloseTo(0.1, 1);
  });
});
