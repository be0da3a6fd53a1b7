import { describe, expect, it } from 'vitest';
import { DomainError } from '../core/errors.js';
import { type BoundedEstimate, differenceInterval } from './difference-interval.js';
import { ratioInterval } from './ratio-interval.js';

const A: BoundedEstimate = { value: 100, low: 94, high: 112 };
const B: BoundedEstimate = { value: 70, low: 67, high: 78 };

describe('differenceInterval', () => {
  it('reaches down by the lower arm of the first and the upper arm of the second', () => {
    // Arms 6 and 8 down, 12 and 3 up.
    expect(differenceInterval(A, B)).toEqual({ value: 30, low: 20, high: 30 + Math.sqrt(153) });
  });

  it('turned round, is the same with its sign changed', () => {
    const { value, low, high } = differenceInterval(B, A);
    expect([value, high]).toEqual([-30, -20]);
    expect(low).toBeCloseTo(-30 - Math.sqrt(153), 12);
  });

  it('is the usual interval where both are symmetric', () => {
    const { low, high } = differenceInterval({ value: 10, low: 7, high: 13 }, { value: 4, low: 0, high: 8 });
    expect([low, high]).toEqual([1, 11]);
  });

  it('against something known exactly, is the interval of the other', () => {
    expect(differenceInterval(A, { value: 0, low: 0, high: 0 })).toEqual(A);
  });

  it.each([
    [{ value: 1, low: 2, high: 3 }],
    [{ value: 4, low: 2, high: 3 }],
    [{ value: Number.NaN, low: 2, high: 3 }],
    [{ value: 2, low: Number.NEGATIVE_INFINITY, high: 3 }],
    [{ value: 2, low: 1, high: Number.POSITIVE_INFINITY }],
  ])('refuses %o', (bad) => {
    expect(() => differenceInterval(bad, B)).toThrow(DomainError);
    expect(() => differenceInterval(B, bad)).toThrow(DomainError);
    expect(() => ratioInterval(B, bad)).toThrow(DomainError);
  });
});

describe('ratioInterval', () => {
  it('is the difference of logarithms taken back', () => {
    const down = Math.hypot(Math.log(100 / 94), Math.log(78 / 70));
    const up = Math.hypot(Math.log(112 / 100), Math.log(70 / 67));
    const { value, low, high } = ratioInterval(A, B);
    expect(value).toBeCloseTo(10 / 7, 12);
    expect(low).toBeCloseTo((10 / 7) * Math.exp(-down), 12);
    expect(high).toBeCloseTo((10 / 7) * Math.exp(up), 12);
  });

  it('turned round, is its inverse', () => {
    const there = ratioInterval(A, B);
    const back = ratioInterval(B, A);
    expect(back.value * there.value).toBeCloseTo(1, 12);
    expect(back.low * there.high).toBeCloseTo(1, 12);
    expect(back.high * there.low).toBeCloseTo(1, 12);
  });

  it('does not depend on the unit', () => {
    const inThousands = ({ value, low, high }: BoundedEstimate) => ({
      value: value / 1e3,
      low: low / 1e3,
      high: high / 1e3,
    });
    expect(ratioInterval(inThousands(A), inThousands(B)).low).toBeCloseTo(ratioInterval(A, B).low, 12);
  });

  it('refuses limits that are not above zero', () => {
    expect(() => ratioInterval({ value: 1, low: 0, high: 2 }, B)).toThrow(/above zero/);
    expect(() => ratioInterval(A, { value: 1, low: -1, high: 2 })).toThrow(DomainError);
  });
});
