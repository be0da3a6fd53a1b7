import { describe, expect, it } from 'vitest';
import type { Percentiles } from './estimate.js';
import { askRange, offerPosition } from './negotiation.js';

/** Lognormal pay: median 100,000, standard deviation .25 on the log scale, every percentile known to 4%. */
const SCORES = { '10': -1.2815516, '25': -0.6744898, '50': 0, '75': 0.6744898, '90': 1.2815516 } as const;
const lognormal = (width = 0.04): Percentiles =>
  Object.fromEntries(
    Object.entries(SCORES).map(([key, score]) => {
      const value = 100_000 * Math.exp(0.25 * score);
      return [key, { value, low: value * Math.exp(-width), high: value * Math.exp(width) }];
    }),
  );

describe('the position of an offer', () => {
  it.each([
    [Math.exp(0.25 * SCORES['10']), 10],
    [Math.exp(0.25 * SCORES['25']), 25],
    [1, 50],
    [Math.exp(0.25 * SCORES['75']), 75],
    [Math.exp(0.25 * 0.2533471), 60],
    [Math.exp(0.25 * 1.6448536), 95],
    [Math.exp(0.25 * -2.3263479), 1],
  ])('%d of the median is the %i. percentile of a lognormal', (ratio, percentile) => {
    const position = offerPosition(lognormal(), 100_000 * ratio);
    expect(position.percentile).toBeCloseTo(percentile, 3);
    expect(position.compaRatio.value).toBeCloseTo(ratio, 9);
  });

  it('rises with the offer, and its range holds it', () => {
    let before = -1;
    for (let offer = 20_000; offer <= 500_000; offer += 5_000) {
      const { percentile, low, high } = offerPosition(lognormal(), offer);
      expect(percentile).toBeGreaterThanOrEqual(before);
      expect(low).toBeLessThanOrEqual(percentile);
      expect(high).toBeGreaterThanOrEqual(percentile);
      before = percentile;
    }
  });

  it('at the median is as likely below as above it', () => {
    expect(offerPosition(lognormal(), 100_000).belowProbability).toBeCloseTo(0.5, 2);
    expect(offerPosition(lognormal(), 100_000).belowMarket).toBe(false);
  });

  it('is as likely below the median as the median lies above it', () => {
    const position = offerPosition(lognormal(), 100_000 * Math.exp(-0.04 / 1.6448536));
    expect(position.belowProbability).toBeCloseTo(0.8413, 2);
    expect(offerPosition(lognormal(), 100_000 * Math.exp((0.04 / 1.6448536) * 0.5)).belowProbability).toBeCloseTo(
      0.3085,
      2,
    );
  });

  it('is below the market from a probability of .8 on', () => {
    const offerAt = (score: number) => 100_000 * Math.exp((-0.04 / 1.6448536) * score);
    expect(offerPosition(lognormal(), offerAt(0.86)).belowMarket).toBe(true);
    expect(offerPosition(lognormal(), offerAt(0.82)).belowMarket).toBe(false);
  });

  it('has the range of the median in its compa-ratio', () => {
    const { compaRatio } = offerPosition(lognormal(), 110_000);
    expect(compaRatio.low).toBeCloseTo(1.1 * Math.exp(-0.04), 2);
    expect(compaRatio.high).toBeCloseTo(1.1 * Math.exp(0.04), 2);
  });

  it('is drawn with the lower half of the interval below and the upper half above', () => {
    const skewed: Percentiles = {
      '50': { value: 100_000, low: 99_000, high: 130_000 },
      '75': { value: 150_000, low: 149_000, high: 190_000 },
    };
    const { compaRatio, belowProbability } = offerPosition(skewed, 100_000 * Math.exp(Math.log(0.99) / 1.6448536));
    expect(belowProbability).toBeCloseTo(0.8413, 2);
    expect(compaRatio.low).toBeCloseTo(compaRatio.value / 1.3, 2);
    expect(compaRatio.high).toBeCloseTo(compaRatio.value / 0.99, 2);
  });

  it('can be held against another target', () => {
    const p75 = lognormal()['75']!.value;
    expect(offerPosition(lognormal(), p75, 0.75).belowProbability).toBeCloseTo(0.5, 2);
    expect(offerPosition(lognormal(), p75, 0.5).belowProbability).toBe(0);
  });

  it('is certain where the percentiles are', () => {
    const exact: Percentiles = {
      '25': { value: 90, low: null, high: null },
      '50': { value: 100, low: null, high: null },
    };
    const position = offerPosition(exact, 95);
    expect(position.low).toBe(position.high);
    expect(position.belowProbability).toBe(1);
  });

  it('stays a percentile for absurd offers and equal percentiles', () => {
    const flat = Object.fromEntries(Object.keys(SCORES).map((key) => [key, { value: 100, low: 90, high: 110 }]));
    for (const offer of [1, 99, 100, 101, 1e12]) {
      for (const percentiles of [lognormal(), flat]) {
        const { percentile, low, high, belowProbability } = offerPosition(percentiles, offer);
        for (const value of [percentile, low, high, 100 * belowProbability]) {
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(100);
        }
      }
    }
  });
});

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
