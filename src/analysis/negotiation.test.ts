import { describe, expect, it } from 'vitest';
import type { Percentiles } from '../core/percentiles.js';
import { askRange } from './negotiation.js';

/** Lognormal pay: median 100,000, standard deviation .25 on the log scale, every percentile known to 4%. */
const SCORES = { '10': -1.2815516, '25': -0.6744898, '50': 0, '75': 0.6744898, '90': 1.2815516 } as const;
const lognormal = (width = 0.04): Percentiles =>
  Object.fromEntries(
    Object.entries(SCORES).map(([key, score]) => {
      const value = 100_000 * Math.exp(0.25 * score);
      return [key, { value, low: value * Math.exp(-width), high: value * Math.exp(width) }];
    }),
  );

describe('what to ask for', () => {
  it('goes from the middle to fifteen points above', () => {
    const ask = askRange(lognormal(0.04))!;
    const p65 = 100_000 * Math.exp(0.25 * 0.3853205);
    expect([ask.target, ask.from, ask.toPercentile, ask.rangeOnly]).toEqual([100_000, 100_000, 65, false]);
    expect(ask.step).toBe(1000);
    expect(ask.to).toBe(Math.round(p65 / 1000) * 1000);
  });

  it('stops at the 90th percentile', () => {
    const ask = askRange(lognormal(0.04), 0.85)!;
    expect(ask.toPercentile).toBe(90);
    expect(ask.to).toBe(Math.round(lognormal()['90']!.value / 1000) * 1000);
  });

  it.each([
    [5_000, 500],
    [5_001, 1_000],
    [10_000, 1_000],
    [10_001, 2_500],
    [25_001, 5_000],
    [50_001, 10_000],
    [100_001, 15_000],
    [900_000, 50_000],
  ])('with an interval %i wide is written to %i', (width, step) => {
    const median = { value: 1_000_000, low: 1_000_000 - width / 2, high: 1_000_000 + width / 2 };
    const ask = askRange({ '50': median, '75': { value: 1_300_000, low: null, high: null } })!;
    expect(ask.step).toBe(step);
    expect(ask.target).toBe(1_000_000);
    expect([ask.from % step, ask.to % step]).toEqual([0, 0]);
    expect(ask.from).toBeGreaterThanOrEqual(ask.target);
  });

  it.each([
    [81_000, 120_000, false],
    [80_000, 119_000, false],
    [81_000, 120_001, true],
    [79_999, 119_000, true],
  ])('is a range only where the middle is known no better than 20%%: %i to %i', (low, high, rangeOnly) => {
    const ask = askRange({ '50': { value: 100_000, low, high }, '75': { value: 130_000, low: null, high: null } })!;
    expect(ask.rangeOnly).toBe(rangeOnly);
  });

  it.each([
    ['nothing', {}],
    ['only the middle', { '50': { value: 100, low: 90, high: 110 } }],
    ['no middle', { '25': { value: 90, low: 80, high: 99 }, '75': { value: 120, low: 110, high: 130 } }],
    [
      'a middle without an interval',
      { '50': { value: 100, low: null, high: null }, '75': { value: 120, low: 1, high: 2 } },
    ],
  ] as [string, Percentiles][])('is nothing where %s is known', (_name, percentiles) => {
    expect(askRange(percentiles)).toBeNull();
  });
});
