import { describe, expect, it } from 'vitest';
import { exponential } from './portable-exponential.js';

describe('exponential', () => {
  it('agrees with the exponential function to nine digits', () => {
    for (let x = 0; x > -86; x -= 0.137) {
      expect(Math.abs(exponential(x) / Math.exp(x) - 1), `at ${x}`).toBeLessThan(1e-9);
    }
  });

  it.each([
    [0, 1],
    [-88, 0],
    [Number.NEGATIVE_INFINITY, 0],
    [Number.NaN, 0],
  ])('of %d is exactly %d', (x, expected) => {
    expect(exponential(x)).toBe(expected);
  });
});
