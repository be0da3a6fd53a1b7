import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DomainError } from '../core/errors.js';
import { type GroupedSample, groupedQuantileInterval, groupedQuantileIntervals } from './grouped-quantile-interval.js';
import { replicateGroups } from './replicate-groups.js';
import type { QuantileFit } from './replicated-fit.js';
import { seededRng } from './seeded-rng.js';

const PS = [0.1, 0.25, 0.5, 0.75, 0.9];

function sample(fit: QuantileFit, employers: number, perEmployer: number): GroupedSample {
  const rng = seededRng(11);
  const lows: number[] = [];
  const highs: number[] = [];
  const groups: string[] = [];
  for (let employer = 0; employer < employers; employer++) {
    const centre = 100_000 + 80_000 * rng();
    for (let i = 0; i < perEmployer; i++) {
      const low = Math.round((centre * (0.9 + 0.2 * rng())) / 1000) * 1000;
      lows.push(low);
      highs.push(fit === 'step' || fit === 'empirical' ? low : Math.round((low * (1.1 + 0.3 * rng())) / 1000) * 1000);
      groups.push(`employer ${employer}`);
    }
  }
  return { lows, highs, groups, weights: lows.map(() => 1), fit, level: 0.9 };
}

describe.each<QuantileFit>(['step', 'empirical', 'uniform', 'lognormal', 'self-consistent'])('%s intervals', (fit) => {
  it('enclose the value strictly and rise with p', () => {
    const intervals = groupedQuantileIntervals(sample(fit, 14, 6), PS);
    intervals.forEach(({ value, low, high }, i) => {
      expect(low).toBeLessThan(value);
      expect(high).toBeGreaterThan(value);
      if (i > 0) expect(value).toBeGreaterThan(intervals[i - 1]!.value);
    });
    expect(intervals[0]).toMatchObject({ n: 84, df: 13, effectiveN: 84 });
    expect(intervals[0]!.effectiveEmployers).toBeCloseTo(14, 10);
  });

  it('do not depend on the order of the rows', () => {
    const original = sample(fit, 40, 3);
    const order = original.lows.map((_, i) => i).reverse();
    const pick = <Value>(list: readonly Value[]): Value[] => order.map((i) => list[i]!);
    const reversed = {
      ...original,
      lows: pick(original.lows),
      highs: pick(original.highs),
      groups: pick(original.groups),
    };
    const [a, b] = [groupedQuantileInterval({ ...original, p: 0.5 }), groupedQuantileInterval({ ...reversed, p: 0.5 })];
    expect(a.df).toBe(31);
    for (const key of ['value', 'low', 'high'] as const) expect(b[key]! / a[key]!).toBeCloseTo(1, 7);
  });

  it('widen when observations of one employer are alike', () => {
    const clustered = sample(fit, 12, 10);
    const independent = { ...clustered, groups: clustered.groups.map((_, i) => i) };
    const width = (input: GroupedSample): number => {
      const { low, high } = groupedQuantileInterval({ ...input, p: 0.5 });
      return high! - low!;
    };
    expect(width(clustered)).toBeGreaterThan(1.4 * width(independent));
  });
});

describe('groupedQuantileInterval', () => {
  it('separates value and limits where many equal amounts tie', () => {
    const tied = { lows: new Array(40).fill(123_456), highs: new Array(40).fill(123_456) };
    const rest = { weights: new Array(40).fill(1), groups: tied.lows.map((_, i) => i) };
    const { value, low, high } = groupedQuantileInterval({ ...tied, ...rest, fit: 'empirical', level: 0.9, p: 0.5 });
    expect([low, value, high]).toEqual([123_206, 123_456, 123_706]);
  });

  it('encloses the value for any amounts and weights', () => {
    const row = fc.record({
      pay: fc.integer({ min: 20, max: 400 }).map((thousands) => thousands * 1000),
      weight: fc.integer({ min: 1, max: 10 }),
      employer: fc.integer({ min: 0, max: 50 }),
    });
    fc.assert(
      fc.property(fc.array(row, { minLength: 2, maxLength: 60 }), fc.constantFrom(...PS), (rows, p) => {
        const pay = rows.map((entry) => entry.pay);
        const { value, low, high, df } = groupedQuantileInterval({
          lows: pay,
          highs: pay,
          weights: rows.map((entry) => entry.weight),
          groups: rows.map((entry) => entry.employer),
          fit: 'empirical',
          level: 0.9,
          p,
        });
        return df === 0 ? low === null && high === null : low! < value && value < high!;
      }),
      { seed: 4 },
    );
  });

  it('gives a value but no interval from one employer', () => {
    const result = groupedQuantileInterval({ ...sample('empirical', 1, 9), p: 0.5 });
    expect(result).toMatchObject({ low: null, high: null, df: 0, effectiveEmployers: 1, informativeN: 0 });
    expect(result.value).toBeGreaterThan(0);
  });

  it('widens by the design effect', () => {
    const plain = groupedQuantileInterval({ ...sample('empirical', 30, 4), p: 0.5 });
    const inflated = groupedQuantileInterval({ ...sample('empirical', 30, 4), p: 0.5, designEffect: 3 });
    expect(inflated.informativeN).toBeLessThan(0.5 * plain.informativeN);
    expect(inflated.low!).toBeLessThan(plain.low!);
  });

  it('says Infinity where open ranges hold the quantile', () => {
    const lows = [100_000, 110_000, 120_000, 130_000];
    const open = { lows, highs: [120_000, Infinity, Infinity, Infinity], weights: [1, 1, 1, 1], groups: [1, 2, 3, 4] };
    const { value, high } = groupedQuantileInterval({ ...open, fit: 'uniform', level: 0.9, p: 0.5 });
    expect([value, high]).toEqual([Infinity, Infinity]);
  });

  it.each<[string, Partial<GroupedSample>]>([
    ['INVALID_LEVEL', { level: 1 }],
    ['INVALID_DESIGN_EFFECT', { designEffect: 0.5 }],
    ['LENGTH_MISMATCH', { groups: ['a'] }],
    ['NOT_AMOUNTS', { highs: sample('uniform', 5, 2).highs }],
  ])('rejects with %s', (code, change) => {
    const input = { ...sample('empirical', 5, 2), ...change };
    expect(() => groupedQuantileInterval({ ...input, p: 0.5 })).toThrow(expect.objectContaining({ code }));
    expect(() => groupedQuantileInterval({ ...input, p: 0.5 })).toThrow(DomainError);
  });
});

describe('replicateGroups', () => {
  it('keeps employers whole and fills the groups evenly', () => {
    const employers = Array.from({ length: 300 }, (_, i) => `e${i % 100}`);
    const { groupOf, count } = replicateGroups(new Array(300).fill(1), employers);
    expect(count).toBe(32);
    const sizes = new Array(32).fill(0);
    groupOf.forEach((group, i) => {
      expect(group).toBe(groupOf[i % 100]);
      sizes[group] += 1;
    });
    expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(3);
  });

  it('does not count employers without weight', () => {
    expect(replicateGroups([1, 1, 0], ['a', 'b', 'c']).count).toBe(2);
  });
});
