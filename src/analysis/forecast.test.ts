import { describe, expect, it } from 'vitest';
import { officialRow, officialSeries } from '../../test/fixtures/market-rows.js';
import { AS_OF, PARAMETERS, questionWith } from '../../test/fixtures/question.js';
import { forecastGrowth } from './forecast.js';
import type { OfficialRow } from './official.js';
import type { Parameters } from './parameters.js';

const one = questionWith({ occupations: [{ soc: '15-1252', title: 'Software Developers', share: 1 }] });
const yearsTo2025 = (points: number) => Array.from({ length: points }, (_, i) => 2026 - points + i);
const series = (points: number, growth = 0.05, soc = '15-1252') =>
  officialSeries(soc, yearsTo2025(points), { firstMean: 1_000_000, growth });
const forecastOf = (rows: readonly OfficialRow[], question = one) => forecastGrowth({ rows }, question, PARAMETERS);

describe('the policy of a forecast', () => {
  it.each([
    [1, 'index-assumption'],
    [2, 'index-assumption'],
    [3, 'pooled-growth'],
    [7, 'pooled-growth'],
    [8, 'damped-trend'],
    [9, 'damped-trend'],
  ] as const)('with %i comparable years is %s', (points, policy) => {
    const forecast = forecastOf(series(points))!;
    expect([forecast.policy, forecast.points, forecast.lastYear]).toEqual([policy, points, 2025]);
  });

  it('takes the common growth alone with two years or fewer', () => {
    for (const points of [1, 2]) expect(forecastOf(series(points))).toMatchObject({ annualGrowth: 0.03, ownWeight: 0 });
  });

  it('moves the common growth towards the own record by its weight', () => {
    const forecast = forecastOf(series(4))!;
    const weight = (3 * 1e-4) / (3 * 1e-4 + 2e-4);
    const deviation = 0.05 - (0.04 + 0.03 + 0.02) / 3;
    expect(forecast.ownWeight).toBeCloseTo(weight, 12);
    expect(forecast.annualGrowth).toBeCloseTo(0.03 + weight * deviation, 5);
  });

  it('is the mean-growth rule where the own record has no weight, or the model has not beaten the rule', () => {
    const asked = (changes: Partial<Parameters>) =>
      forecastGrowth({ rows: series(4) }, one, { ...PARAMETERS, ...changes })!;
    const same = asked({ growth: { ...PARAMETERS.growth, betweenVariance: 0 } });
    expect(same).toMatchObject({ policy: 'mean-growth', annualGrowth: 0.03, ownWeight: 0, past: [], errors: null });
    const errors = { pooled: 2.1, 'mean-growth': 2, 'overall-growth': 2.5, 'last-value': 4 };
    const beaten = asked({ growthRecord: { origins: new Map([[2025, PARAMETERS.growth]]), errors, n: 7 } });
    expect(beaten).toMatchObject({ policy: 'mean-growth', annualGrowth: 0.03, errors, errorsN: 7 });
    expect(beaten.past.map(({ fromYear, year }) => [fromYear, year])).toEqual([[2024, 2025]]);
    const earned = { ...errors, pooled: 1.9 };
    const model = asked({ growthRecord: { origins: new Map(), errors: earned, n: 7 } });
    expect(model).toMatchObject({ policy: 'pooled-growth', errors: earned });
    expect(model.ownWeight).toBeGreaterThan(0.5);
  });

  it('has no past forecasts by another rule than its own', () => {
    const record = { origins: new Map([[2025, PARAMETERS.growth]]), errors: null, n: 0 };
    const trend = forecastGrowth({ rows: series(8) }, one, { ...PARAMETERS, growthRecord: record })!;
    expect(trend).toMatchObject({ policy: 'damped-trend', past: [] });
  });

  it('follows the own trend of eight years, a little damped', () => {
    const forecast = forecastOf(series(8))!;
    expect(forecast.ownWeight).toBe(1);
    expect(forecast.annualGrowth).toBeGreaterThan(0.045);
    expect(forecast.annualGrowth).toBeLessThanOrEqual(0.0501);
  });
});

describe('the path of a forecast', () => {
  const forecast = forecastOf(series(2))!;

  it('starts after the as-of date and ends a year later', () => {
    expect(forecast.path.map((point) => point.date)).toEqual([
      '2026-05-15',
      '2026-07-15',
      '2026-10-15',
      '2027-01-15',
      '2027-04-15',
    ]);
    expect(forecast.path.every((point) => point.date > AS_OF)).toBe(true);
  });

  it('grows with the months since the as-of date', () => {
    expect(forecast.path.map((point) => point.logGrowth)).toEqual([1, 3, 6, 9, 12].map((m) => (0.03 * m) / 12));
  });

  it('is as unsure as the time since the last official figure', () => {
    expect(forecast.horizonMonths).toBe(23);
    const years = 23 / 12;
    const own = years * 2e-4 + years ** 2 * 1e-4;
    const shared = 1e-4 * (years + years ** 2 / 3);
    const [z, t] = [1.6448536, 2.9199856];
    expect(forecast.path.at(-1)!.halfWidths[0.9]).toBeCloseTo(Math.sqrt(z ** 2 * own + t ** 2 * shared), 6);
  });

  it('widens with time and with coverage', () => {
    for (const [index, { halfWidths }] of forecast.path.entries()) {
      expect(halfWidths[0.5]).toBeLessThan(halfWidths[0.8]);
      expect(halfWidths[0.8]).toBeLessThan(halfWidths[0.9]);
      if (index > 0) expect(halfWidths[0.9]).toBeGreaterThan(forecast.path[index - 1]!.halfWidths[0.9]);
    }
  });

  it('is never narrower for a smooth own trend than for the pool', () => {
    const narrow = forecastOf(series(8))!.path.at(-1)!.halfWidths[0.9];
    const pooledAlone = Math.sqrt((1e-4 * 23) / 12) * 2.9199856;
    expect(narrow).toBeGreaterThan(pooledAlone);
  });
});

describe('the series behind a forecast', () => {
  it('is of one taxonomy, the newest', () => {
    const old = [2020, 2021].map((year) => officialRow({ year, taxonomy: 'hybrid', mean: 1 }));
    const forecast = forecastOf([...old, ...series(3)])!;
    expect(forecast.observed.map((point) => point.year)).toEqual([2023, 2024, 2025]);
  });

  it('weighs the occupations that have every year', () => {
    const rows = [
      officialRow({ year: 2024, mean: 100 }),
      officialRow({ year: 2025, mean: 110 }),
      officialRow({ soc: '15-2051', year: 2024, mean: 200 }),
      officialRow({ soc: '15-2051', year: 2025, mean: 200 }),
      officialRow({ soc: '29-1141', year: 2025, mean: 900 }),
      officialRow({ soc: '00-0000', year: 2025, mean: 50 }),
      officialRow({ place: 'US-CA', year: 2025, mean: 999 }),
    ];
    const share = (soc: string, of: number) => ({ soc, title: soc, share: of });
    const question = questionWith({
      occupations: [share('15-1252', 0.5), share('15-2051', 0.25), share('29-1141', 0.25)],
    });
    const observed = forecastOf(rows, question)!.observed;
    expect(observed[0]!.mean).toBeCloseTo((100 * 2 + 200) / 3, 9);
    expect(observed[1]!.mean).toBeCloseTo((110 * 2 + 200) / 3, 9);
  });

  it('is missing where the market has no mean of the mix', () => {
    expect(forecastOf([])).toBeNull();
    expect(forecastOf([officialRow({ mean: null })])).toBeNull();
    expect(forecastOf([officialRow({ soc: '00-0000' })])).toBeNull();
    expect(forecastOf(series(3), questionWith({ occupations: [] }))).toBeNull();
  });
});
