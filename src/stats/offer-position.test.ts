import { describe, expect, it } from 'vitest';
import type { Percentiles } from '../core/percentiles.js';
import { offerPosition } from './offer-position.js';

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
