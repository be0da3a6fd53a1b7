import { describe, expect, it } from 'vitest';
import { intervalCensoredLognormal } from './interval-censored-lognormal.js';
import { topCodedQuantile } from './top-coded-quantile.js';
import { uniformRangeDistribution } from './uniform-range-distribution.js';

describe('topCodedQuantile', () => {
  const pay = [91_001, 120_003, 140_001, 160_007, 180_001, 200_000, 200_000];
  const ends = pay.map((amount) => (amount === 200_000 ? Infinity : amount));
  const weights = pay.map(() => 1);
  const fit = intervalCensoredLognormal(pay, ends, weights);

  it('never gives the guess of a shape beyond the top code', () => {
    expect(fit.quantile(0.95)).toBeGreaterThan(200_000);
    expect(topCodedQuantile(fit, 0.95, 200_000)).toEqual({ value: 200_000, bound: 'at-least' });
    expect(topCodedQuantile(fit, 0.5, 200_000)).toEqual({ value: fit.quantile(0.5), bound: 'exact' });
  });

  it('says the same of distributions without a shape', () => {
    const plain = uniformRangeDistribution(pay, ends, weights);
    expect(plain.quantile(0.9)).toBe(Infinity);
    expect(topCodedQuantile(plain, 0.9, 200_000)).toEqual({ value: 200_000, bound: 'at-least' });
    expect(topCodedQuantile(plain, 0.5, 200_000).bound).toBe('exact');
  });

  it('leaves every quantile alone where nothing is top-coded', () => {
    expect(topCodedQuantile(fit, 0.99, Infinity)).toEqual({ value: fit.quantile(0.99), bound: 'exact' });
  });

  it.each([
    ['INVALID_PROBABILITY', 1, 200_000],
    ['INVALID_VALUE', 0.5, 0],
    ['INVALID_VALUE', 0.5, Number.NaN],
  ])('rejects with %s', (code, p, topCode) => {
    expect(() => topCodedQuantile(fit, p, topCode)).toThrow(expect.objectContaining({ code }));
  });
});

describe('intervalCensoredLognormal of ranges that are all open at one end', () => {
  const fitOf = (lows: number[], highs: number[]) =>
    intervalCensoredLognormal(lows, highs, new Array(lows.length).fill(1));

  it.each([
    ['only lower ends', [100_000, 120_000, 150_000], [Infinity, Infinity, Infinity]],
    ['only upper ends', [0, 0], [100_000, 120_000]],
    ['upper ends below all lower ends', [0, 0, 150_000], [100_000, 120_000, Infinity]],
    ['more upper ends low than high', [0, 0, 150_000, 90_000], [100_000, 95_000, Infinity, Infinity]],
  ])('is refused for %s', (_, lows, highs) => {
    expect(() => fitOf(lows, highs)).toThrow(expect.objectContaining({ code: 'NOT_IDENTIFIED' }));
  });

  it('is given where they overlap in the right order', () => {
    const lows = [0, 0, 0, 90_000, 110_000, 170_000, 130_000];
    const highs = [100_000, 180_000, 150_000, Infinity, Infinity, Infinity, Infinity];
    const { solution, sigma } = fitOf(lows, highs);
    expect(solution).toBe('maximum');
    expect(sigma).toBeLessThan(2);
  });
});
