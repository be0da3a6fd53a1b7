import { describe, expect, it } from 'vitest';
import {
  employerBand,
  type GroupSize,
  publishedAmount,
  publishedPercentiles,
  publishedUnit,
  recordBand,
  weaknessOf,
} from './publication-rules.js';

const group = (records: number, employers = 1, largestShare = 0): GroupSize => ({ records, employers, largestShare });

describe('the thresholds of publication', () => {
  it.each([
    ['persons', group(10), null],
    ['persons', group(9), 'too-few-persons'],
    ['persons', group(0, 0), 'too-few-persons'],
    ['employers', group(5, 5, 0.2), null],
    ['employers', group(500, 4, 0.25), 'too-few-employers'],
    ['employers', group(8, 5, 0.25), null],
    ['employers', group(8, 5, 0.251), 'one-employer-dominates'],
    ['both', group(9, 9, 0.12), 'too-few-persons'],
    ['both', group(40, 4, 0.25), 'too-few-employers'],
    ['both', group(40, 20, 0.6), 'one-employer-dominates'],
    ['both', group(10, 5, 0.2), null],
  ] as const)('protect %s: %o is judged %s', (protection, size, weakness) => {
    expect(weaknessOf(size, protection)).toBe(weakness);
  });

  it('allow more percentiles to larger groups', () => {
    expect(publishedPercentiles(group(19), 'persons')).toEqual([50]);
    expect(publishedPercentiles(group(20), 'persons')).toEqual([25, 50, 75]);
    expect(publishedPercentiles(group(30), 'persons')).toEqual([10, 25, 50, 75, 90]);
    expect(publishedPercentiles(group(500, 9), 'employers')).toEqual([50]);
    expect(publishedPercentiles(group(29, 10), 'both')).toEqual([25, 50, 75]);
    expect(publishedPercentiles(group(30, 10), 'employers')).toEqual([10, 25, 50, 75, 90]);
  });
});

describe('counts as bands', () => {
  it('follow the thresholds of the percentiles, so that these tell no more', () => {
    expect([10, 19, 20, 29, 30, 49].map((count) => recordBand(count).from)).toEqual([10, 10, 20, 20, 30, 30]);
    expect([5, 9, 10].map((count) => employerBand(count).from)).toEqual([5, 5, 10]);
  });

  it('are open at the top', () => {
    expect(recordBand(1_000_000)).toEqual({ from: 1000, to: null });
    expect(recordBand(999)).toEqual({ from: 500, to: 999 });
    expect(employerBand(100)).toEqual({ from: 100, to: null });
  });
});

describe('amounts as published', () => {
  it.each([
    [96_300, 500, 96_500],
    [100_000, 1_000, 100_000],
    [183_456, 1_000, 183_000],
    [612_345, 5_000, 610_000],
    [8_123_456, 50_000, 8_100_000],
    [99, 1, 99],
    [0, 1, 0],
  ])('%d is rounded to %d', (amount, unit, shown) => {
    expect(publishedUnit(amount)).toBe(unit);
    expect(publishedAmount(amount)).toBe(shown);
  });
});
