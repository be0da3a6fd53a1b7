import { describe, expect, it } from 'vitest';
import { beatsTheRules, GROWTH_RULES, type GrowthRecord, growthRecord } from './growth-record.js';

const row = (name: string, value: number, n = 9) => ({ name, value, n });
const origin = (year: number, mean: number) => [
  row(`growth.origin-${year}.mean`, mean),
  row(`growth.origin-${year}.between-variance`, 1e-4),
  row(`growth.origin-${year}.within-variance`, 2e-4),
  row(`growth.origin-${year}.shock-variance`, 3e-4),
];
const yearMeans = new Map([
  [2022, 0.05],
  [2023, 0.04],
  [2024, 0.03],
]);

describe('the record of growth', () => {
  it('has the components of each year, with what was known before it alone', () => {
    const { origins } = growthRecord([...origin(2024, 0.04), ...origin(2023, 0.05)], yearMeans);
    expect([...origins.keys()]).toEqual([2023, 2024]);
    expect(origins.get(2024)).toEqual({
      mean: 0.04,
      betweenVariance: 1e-4,
      withinVariance: 2e-4,
      shockVariance: 3e-4,
      yearMeans: new Map([
        [2022, 0.05],
        [2023, 0.04],
      ]),
      meanYears: 1,
    });
  });

  it('has errors only when those of every rule are there', () => {
    const errors = GROWTH_RULES.map((rule, index) => row(`forecast.error.${rule}`, index + 1, 42));
    expect(growthRecord(errors, yearMeans)).toMatchObject({ errors: { pooled: 1, 'last-value': 4 }, n: 42 });
    expect(growthRecord(errors.slice(1), yearMeans)).toMatchObject({ errors: null, n: 0 });
  });

  it('is empty for a market without one, and skips a year that is incomplete', () => {
    expect(growthRecord([], new Map())).toEqual({ origins: new Map(), errors: null, n: 0 });
    expect(growthRecord(origin(2024, 0.04).slice(0, 3), yearMeans).origins.size).toBe(0);
    expect(growthRecord([row('growth.origin-x.mean', 1), row('growth.mean', 1)], yearMeans).origins.size).toBe(0);
  });
});

describe('what is published', () => {
  const record = (pooled: number, mean: number, overall: number): GrowthRecord => ({
    origins: new Map(),
    errors: { pooled, 'mean-growth': mean, 'overall-growth': overall, 'last-value': 9 },
    n: 1,
  });

  it.each([
    [1.9, 1.96, 2.21, true],
    [1.96, 1.96, 2.21, true],
    [1.97, 1.96, 2.21, false],
    [2.04, 2.1, 2.21, false],
  ])('with errors of %f against %f and %f: the model %s', (pooled, mean, overall, expected) => {
    expect(beatsTheRules(record(pooled, mean, overall))).toBe(expected);
  });

  it('is the model in a market that records no errors', () => {
    expect(beatsTheRules({ origins: new Map(), errors: null, n: 0 })).toBe(true);
  });
});
