import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DomainError } from '../core/errors.js';
import { quantileBounds } from './quantile-bounds.js';
import { weightedQuantile } from './weighted-quantile.js';

describe('weightedQuantile', () => {
  it('is the smallest value whose share reaches p', () => {
    expect(weightedQuantile([4, 2, 3, 1], [1, 1, 1, 1], 0.5)).toBe(2);
    expect(weightedQuantile([4, 2, 3, 1], [1, 1, 1, 1], 0.51)).toBe(3);
  });

  it('is not moved by the rounding of ten tenths', () => {
    const weights = new Array(10).fill(0.1);
    expect(weightedQuantile([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], weights, 0.3)).toBe(3);
  });

  it('never returns a value without weight', () => {
    expect(weightedQuantile([1, 2, 3], [0, 1, 0], 0.01)).toBe(2);
    expect(weightedQuantile([1, 2, 3], [0, 1, 0], 0.99)).toBe(2);
  });

  it('leaves its inputs as they were', () => {
    const values = [3, 1, 2];
    weightedQuantile(values, [1, 1, 1], 0.5);
    expect(values).toEqual([3, 1, 2]);
  });

  it('satisfies its definition for any sample', () => {
    const row = fc.record({ value: fc.integer({ min: 0, max: 20 }), weight: fc.integer({ min: 1, max: 9 }) });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 40 }), fc.integer({ min: 1, max: 99 }), (rows, percent) => {
        const q = weightedQuantile(
          rows.map((entry) => entry.value),
          rows.map((entry) => entry.weight),
          percent / 100,
        );
        const share = (limit: (value: number) => boolean): number =>
          rows.filter((entry) => limit(entry.value)).reduce((sum, entry) => sum + entry.weight, 0);
        const target = (share(() => true) * percent) / 100;
        return share((value) => value <= q) >= target - 1e-9 && share((value) => value < q) < target + 1e-9;
      }),
      { seed: 1 },
    );
  });

  it.each([0, 1, -0.1, Number.NaN])('rejects p = %s', (p) => {
    expect(() => weightedQuantile([1], [1], p)).toThrow(DomainError);
  });

  it('rejects lists of different length and values that are no numbers', () => {
    expect(() => weightedQuantile([1, 2], [1], 0.5)).toThrow(/one length/);
    expect(() => weightedQuantile([Number.NaN], [1], 0.5)).toThrow(DomainError);
  });
});

describe('quantileBounds', () => {
  it('says Infinity where open ranges leave no upper bound', () => {
    expect(quantileBounds([100, 100], [120, Infinity], [1, 3], 0.5)).toEqual({ low: 100, high: Infinity });
  });
});
