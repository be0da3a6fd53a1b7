import { describe, expect, it } from 'vitest';
import { occupationMixLogMedian } from './occupation-mix-log-median.js';

const MEDIANS = new Map([
  ['15-1252', 100_000],
  ['15-2051', 400_000],
]);
const medianOf = (soc: string): number | null => MEDIANS.get(soc) ?? null;

describe('the log median of a mix', () => {
  it('is the geometric middle by share', () => {
    const shares = [
      { soc: '15-1252', share: 0.5 },
      { soc: '15-2051', share: 0.5 },
    ];
    expect(Math.exp(occupationMixLogMedian(shares, medianOf)!)).toBeCloseTo(200_000, 6);
  });

  it('spreads the share of an occupation without a figure over the others', () => {
    const shares = [
      { soc: '15-1252', share: 0.6 },
      { soc: '99-9999', share: 0.3 },
    ];
    expect(Math.exp(occupationMixLogMedian(shares, medianOf)!)).toBeCloseTo(100_000, 6);
  });

  it('is unknown where less than half of the mix is published, or nothing is asked', () => {
    const shares = [
      { soc: '15-1252', share: 0.3 },
      { soc: '99-9999', share: 0.5 },
    ];
    expect(occupationMixLogMedian(shares, medianOf)).toBeNull();
    expect(occupationMixLogMedian([], medianOf)).toBeNull();
    expect(occupationMixLogMedian([{ soc: '15-1252', share: 1 }], () => 0)).toBeNull();
  });
});
