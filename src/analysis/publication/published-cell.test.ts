import { describe, expect, it } from 'vitest';
import type { CellId } from './lattice.js';
import { publishedCell, publishedPercentile, type WeightedAmount } from './published-cell.js';

const equal = (count: number, value: (at: number) => number = (at) => 1_000_000 * (at + 1)): WeightedAmount[] =>
  Array.from({ length: count }, (_, at) => ({ value: value(at), weight: 1 }));

const CELL: CellId = { work: { kind: 'all', id: null }, level: null, country: 'US', state: null };

describe('publishedPercentile', () => {
  it('is the mean of the amounts around it', () => {
    // Ten amounts 1 to 10: four around the median; eleven: three.
    expect(publishedPercentile(equal(10), 50)).toBe(5_500_000);
    expect(publishedPercentile(equal(11), 50)).toBe(6_000_000);
    expect(publishedPercentile(equal(20), 25)).toBe(5_500_000);
    expect(publishedPercentile(equal(30), 10)).toBe(3_500_000);
    expect(publishedPercentile(equal(30), 90)).toBe(27_500_000);
  });

  it('never touches the smallest and the largest amount', () => {
    for (let count = 5; count < 60; count += 1) {
      for (const p of [10, 25, 50, 75, 90] as const) {
        const plain = equal(count);
        const pulled = plain.map((amount, at) => ({
          ...amount,
          value: at === 0 ? 1 : at === count - 1 ? 1e12 : amount.value,
        }));
        expect(publishedPercentile(pulled, p)).toBe(publishedPercentile(plain, p));
      }
    }
  });

  it('stays inside when one amount carries nearly all the weight', () => {
    const heavy = equal(5).map((amount, at) => ({ ...amount, weight: at === 4 ? 1e6 : 1 }));
    expect(publishedPercentile(heavy, 50)).toBe(3_000_000);
  });

  it('follows the weights', () => {
    const weighted = equal(40).map((amount, at) => ({ ...amount, weight: at < 20 ? 1 : 3 }));
    expect(publishedPercentile(weighted, 50)).toBeGreaterThan(publishedPercentile(equal(40), 50));
  });
});

describe('publishedCell', () => {
  it('shows what the group carries and counts as bands', () => {
    const size = { records: 24, employers: 1, largestShare: 1 };
    const about = { cell: CELL, period: { from: '2026-01', to: '2026-06' }, currency: 'USD', size };
    const cell = publishedCell({ ...about, protection: 'persons', amounts: equal(24).reverse() });
    expect(cell).toMatchObject({ n: { from: 20, to: 29 }, employers: null });
    expect(cell.percentiles.map(({ p }) => p)).toEqual([25, 50, 75]);
    expect(cell.percentiles.map(({ value }) => value)).toEqual([6_500_000, 12_500_000, 18_500_000]);
  });
});
