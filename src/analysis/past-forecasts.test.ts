import { describe, expect, it } from 'vitest';
import type { GrowthComponents } from '../stats/index.js';
import type { GrowthRecord } from './growth-record.js';
import { growthsOf, pastForecasts } from './past-forecasts.js';

const components = (mean: number, changes: Partial<GrowthComponents> = {}): GrowthComponents => ({
  mean,
  betweenVariance: 0,
  withinVariance: 1e-4,
  shockVariance: 1e-4,
  yearMeans: new Map([
    [2021, 0.02],
    [2022, 0.03],
    [2023, 0.04],
  ]),
  meanYears: 1,
  ...changes,
});
const record = (changes: Partial<GrowthRecord> = {}): GrowthRecord => ({
  origins: new Map([
    [2023, components(0.05)],
    [2024, components(0.04)],
  ]),
  errors: null,
  n: 0,
  ...changes,
});
const observed = [100, 104, 108, 140].map((mean, index) => ({ year: 2021 + index, mean }));

describe('past forecasts', () => {
  it('start from the last figure known then and say whether the next one held', () => {
    const [first, second] = pastForecasts(observed, record());
    expect(first).toMatchObject({ fromYear: 2022, year: 2023, base: 104, actual: 108, held: true });
    expect(first!.value).toBeCloseTo(104 * Math.exp(0.05), 9);
    expect(second).toMatchObject({ fromYear: 2023, year: 2024, base: 108, actual: 140, held: false });
    for (const { low, value, high } of [first!, second!]) {
      expect(low).toBeLessThan(value);
      expect(high).toBeGreaterThan(value);
      expect(Math.log(high / value)).toBeCloseTo(Math.log(value / low), 12);
    }
  });

  it('know nothing of the year they are for, or later', () => {
    const changed = observed.map((point) => (point.year >= 2023 ? { ...point, mean: point.mean * 3 } : point));
    const strip = ({ base, value, low, high }: { base: number; value: number; low: number; high: number }) => ({
      base,
      value,
      low,
      high,
    });
    expect(strip(pastForecasts(changed, record())[0]!)).toEqual(strip(pastForecasts(observed, record())[0]!));
  });

  it('follow the own record only where the model has beaten the rules', () => {
    const origins = new Map([[2024, components(0.04, { betweenVariance: 1e-3 })]]);
    const own = pastForecasts(observed, record({ origins }))[0]!.value;
    const beaten = { pooled: 2, 'mean-growth': 1, 'overall-growth': 3, 'last-value': 4 };
    const rule = pastForecasts(observed, record({ origins, errors: beaten }))[0]!.value;
    expect(rule).toBeCloseTo(108 * Math.exp(0.04), 9);
    expect(own).not.toBeCloseTo(rule, 3);
  });

  it('are left out where the year before is not comparable, or no record is kept', () => {
    expect(pastForecasts(observed.slice(2), record()).map(({ year }) => year)).toEqual([2024]);
    expect(pastForecasts(observed.slice(3), record())).toEqual([]);
    expect(pastForecasts([], record())).toEqual([]);
    expect(pastForecasts(observed, record({ origins: new Map() }))).toEqual([]);
  });
});

describe('growth of a series', () => {
  it('is the log ratio of neighbours', () => {
    expect(growthsOf(observed.slice(0, 2))).toEqual([{ year: 2022, growth: Math.log(1.04) }]);
    expect(growthsOf([])).toEqual([]);
  });
});
