import { describe, expect, it } from 'vitest';
import { offerPosition } from '../stats/index.js';
import { payStanding } from './compa-ratio.js';

const at = (value: number, share = 0.1) => ({ value, low: value * (1 - share), high: value * (1 + share) });
const FIVE = { '10': at(70_000), '25': at(85_000), '50': at(100_000), '75': at(120_000), '90': at(145_000) };

describe('the standing of a pay', () => {
  it('is 1, the 50th percentile and between the quartiles at the median', () => {
    const standing = payStanding(FIVE, 100_000)!;
    expect(standing.compaRatio.value).toBeCloseTo(1, 12);
    expect(standing.percentile!.value).toBeCloseTo(50, 6);
    expect(standing.rangePenetration!.value).toBeCloseTo(15 / 35, 12);
  });

  it('has the percentile that an offer of the same size has', () => {
    for (const pay of [40_000, 85_000, 117_000, 400_000]) {
      const { percentile, low, high, compaRatio } = offerPosition(FIVE, pay);
      expect(payStanding(FIVE, pay)).toMatchObject({ percentile: { value: percentile, low, high }, compaRatio });
    }
  });

  it('has ranges that hold the figure and shrink with the intervals', () => {
    const width = (share: number): number => {
      const five = Object.fromEntries(Object.entries(FIVE).map(([key, { value }]) => [key, at(value, share)]));
      const { percentile, compaRatio, rangePenetration } = payStanding(five, 110_000)!;
      for (const { value, low, high } of [percentile!, compaRatio, rangePenetration!]) {
        expect(low).toBeLessThan(value);
        expect(high).toBeGreaterThan(value);
      }
      return compaRatio.high - compaRatio.low;
    };
    expect(width(0.02)).toBeLessThan(width(0.1));
  });

  it('is a ratio alone where only the median is known, and nothing without one', () => {
    const standing = payStanding({ '50': at(100_000) }, 90_000)!;
    expect(standing).toMatchObject({ percentile: null, rangePenetration: null });
    expect(standing.compaRatio.value).toBeCloseTo(0.9, 12);
    // The ratio falls as the median rises: its lower end is pay over the median's upper end.
    expect(standing.compaRatio.low).toBeCloseTo(0.9 / 1.1, 2);
    expect(standing.compaRatio.high).toBeCloseTo(0.9 / 0.9, 2);
    expect(payStanding({ '25': at(85_000), '75': at(120_000) }, 90_000)).toBeNull();
    expect(payStanding({}, 90_000)).toBeNull();
  });

  it('does not speak of a range without width', () => {
    const flat = { '25': at(100_000, 0), '50': at(100_000), '75': at(100_000, 0) };
    expect(payStanding(flat, 90_000)!.rangePenetration).toBeNull();
  });
});
