import { describe, expect, it } from 'vitest';
import { DomainError } from '../core/errors.js';
import { chainedIndexGrowth } from './chained-index-growth.js';
import { dampedTrend } from './damped-trend.js';
import { lastValueRule, meanGrowthRule, overallGrowthRule } from './growth-rules.js';
import { normalQuantile } from './normal-quantile.js';
import { type AnnualGrowth, growthComponents, pooledGrowth } from './pooled-growth.js';
import { seededRng } from './seeded-rng.js';

/** Panel with known components: sd .01 between, .02 within, .015 shock. */
function panel(occupations: number, years: number, seed: number): AnnualGrowth[] {
  const rng = seededRng(seed);
  const normal = (): number => normalQuantile(Math.max(1e-12, rng()));
  const shocks = Array.from({ length: years }, () => 0.015 * normal());
  return Array.from({ length: occupations }, (_, o) => ({ id: `o${o}`, own: 0.01 * normal() })).flatMap(({ id, own }) =>
    shocks.map((shock, t) => ({ occupation: id, year: 2015 + t, growth: 0.03 + own + shock + 0.02 * normal() })),
  );
}

describe('growthComponents', () => {
  it('recovers known components from a large panel', () => {
    const { betweenVariance, withinVariance, shockVariance } = growthComponents(panel(800, 40, 5));
    expect(Math.sqrt(betweenVariance)).toBeCloseTo(0.01, 3);
    expect(Math.sqrt(withinVariance)).toBeCloseTo(0.02, 3);
    expect(Math.abs(Math.sqrt(shockVariance) - 0.015)).toBeLessThan(0.004);
  });

  it('takes occupations that miss years', () => {
    const rows = panel(800, 6, 6).filter((_, i) => i % 7 !== 3);
    expect(Math.sqrt(growthComponents(rows).withinVariance)).toBeCloseTo(0.02, 3);
  });

  it('has no between-variance where occupations do not differ', () => {
    const rows = [1, 2, 3].flatMap((o) =>
      [0.01, -0.01].map((e, t) => ({ occupation: `${o}`, year: 2020 + t, growth: o % 2 ? e : -e })),
    );
    expect(growthComponents(rows).betweenVariance).toBe(0);
  });

  it('rejects a single year', () => {
    expect(() => growthComponents(panel(10, 1, 1))).toThrow(/two years/);
  });
});

describe('pooledGrowth', () => {
  const components = growthComponents(panel(300, 5, 8));
  const own = [2015, 2016, 2017, 2018, 2019].map((year) => ({ year, growth: 0.08 }));

  it('lies between the mean and the own record, nearer to the record the longer it is', () => {
    const long = pooledGrowth(own, components);
    const short = pooledGrowth(own.slice(0, 2), components);
    expect(long.growth).toBeGreaterThan(components.mean);
    expect(long.growth).toBeLessThan(0.08);
    expect(long.ownWeight).toBeGreaterThan(short.ownWeight);
  });

  it('is the mean for an occupation without record, with a wider interval', () => {
    const none = pooledGrowth([{ year: 1990, growth: 0.5 }], components);
    expect(none).toMatchObject({ growth: components.mean, ownWeight: 0, years: 0 });
    expect(none.halfWidth(0.9)).toBeGreaterThan(pooledGrowth(own, components).halfWidth(0.9));
  });

  it('compares the own record with the same years of the panel', () => {
    const years = [2016, 2018];
    const asTheOthers = years.map((year) => ({ year, growth: components.yearMeans.get(year)! }));
    expect(pooledGrowth(asTheOthers, components).growth).toBeCloseTo(components.mean, 12);
  });

  it('covers next year where a shock is shared, which an interval without it would not', () => {
    let covered = 0;
    let coveredWithout = 0;
    const replications = 600;
    for (let seed = 0; seed < replications; seed++) {
      const rows = panel(60, 5, 1000 + seed);
      const past = rows.filter((row) => row.year < 2019);
      const target = rows.find((row) => row.occupation === 'o0' && row.year === 2019)!;
      const fitted = growthComponents(past);
      const pooled = pooledGrowth(
        past.filter((row) => row.occupation === 'o0'),
        fitted,
      );
      const error = Math.abs(pooled.growth - target.growth);
      if (error <= pooled.halfWidth(0.9)) covered += 1;
      const naive = pooledGrowth([], { ...fitted, betweenVariance: 0, shockVariance: 0 });
      if (error <= naive.halfWidth(0.9)) coveredWithout += 1;
    }
    expect(covered / replications).toBeGreaterThan(0.88);
    expect(coveredWithout / replications).toBeLessThan(0.83);
  });

  it('widens with the horizon, faster than its square root', () => {
    const pooled = pooledGrowth(own, components);
    expect(pooled.halfWidth(0.9, 2.25)).toBeGreaterThan(1.5 * pooled.halfWidth(0.9, 1));
    expect(() => pooled.halfWidth(0.9, 0)).toThrow(DomainError);
  });
});

describe('dampedTrend', () => {
  const straight = Array.from({ length: 16 }, (_, t) => 100 * Math.exp(0.03 * t));

  it('continues steady growth with damping', () => {
    const { forecast } = dampedTrend(straight);
    const last = straight[15]!;
    expect(forecast(1)).toBeGreaterThan(last * Math.exp(0.02));
    expect(forecast(1)).toBeLessThan(last * Math.exp(0.0305));
    expect(forecast(8) / forecast(7)).toBeLessThan(forecast(2) / forecast(1));
  });

  it('stays at a level that does not move', () => {
    const flat = dampedTrend(new Array(10).fill(250));
    expect(flat.forecast(5)).toBeCloseTo(250, 8);
    expect(flat.residualSd).toBeCloseTo(0, 8);
  });

  it('is less sure of later periods', () => {
    const rng = seededRng(2);
    const noisy = dampedTrend(straight.map((value) => value * (1 + 0.04 * (rng() - 0.5))));
    expect(noisy.halfWidth(0.9, 6)).toBeGreaterThan(noisy.halfWidth(0.9, 1));
    expect(noisy.halfWidth(0.9, 1)).toBeCloseTo(normalQuantile(0.95) * noisy.residualSd, 12);
  });

  it('rejects short series, levels that are not positive and broken horizons', () => {
    expect(() => dampedTrend(straight.slice(0, 7))).toThrow(/8 periods/);
    expect(() => dampedTrend([...straight, 0])).toThrow(/positive/);
    expect(() => dampedTrend(straight).forecast(1.5)).toThrow(DomainError);
  });
});

describe('growth rules', () => {
  it('agree where nothing grows', () => {
    expect([lastValueRule(90), overallGrowthRule(90, 0), meanGrowthRule(90, [0, 0])]).toEqual([90, 90, 90]);
  });
});

describe('chainedIndexGrowth', () => {
  const series = [
    { month: '2024-01', growth: 0.12 },
    { month: '2024-02', growth: 0.1 },
    { month: '2024-04-30', growth: 0.06 },
  ];

  it('adds a twelfth of each month after the first', () => {
    const { logGrowth, months } = chainedIndexGrowth(series, '2024-01', '2024-02');
    expect(months).toBe(1);
    expect(logGrowth).toBeCloseTo(Math.log(1.1) / 12, 12);
  });

  it('fills a missing month by date, between its neighbours, whatever the order of rows', () => {
    const expected = (Math.log(1.1) + Math.log(1.06)) / 2 / 12;
    const result = chainedIndexGrowth([...series].reverse(), '2024-02-15', '2024-03');
    expect(result).toMatchObject({ months: 1, interpolatedMonths: 1, extrapolatedMonths: 0 });
    expect(result.logGrowth).toBeCloseTo(expected, 12);
  });

  it('holds the last rate beyond the series and says for how long', () => {
    const result = chainedIndexGrowth(series, '2024-04', '2025-01');
    expect(result).toMatchObject({ months: 9, extrapolatedMonths: 9 });
    expect(result.logGrowth).toBeCloseTo((9 * Math.log(1.06)) / 12, 12);
  });

  it('goes backwards with the opposite sign and nowhere with none', () => {
    const forth = chainedIndexGrowth(series, '2024-01', '2024-04').logGrowth;
    expect(chainedIndexGrowth(series, '2024-04', '2024-01').logGrowth).toBe(-forth);
    expect(chainedIndexGrowth(series, '2024-02', '2024-02')).toMatchObject({ logGrowth: 0, months: 0 });
  });

  it.each([
    ['INVALID_MONTH', series, '2024-13'],
    ['INVALID_MONTH', series, 'May 2024'],
    ['NO_VALUES', [], '2024-05'],
    ['REPEATED_MONTH', [...series, { month: '2024-01-31', growth: 0 }], '2024-05'],
    ['INVALID_GROWTH', [{ month: '2024-01', growth: -1 }], '2024-05'],
  ])('rejects with %s', (code, rows, to) => {
    expect(() => chainedIndexGrowth(rows, '2024-01', to)).toThrow(expect.objectContaining({ code }));
  });
});
