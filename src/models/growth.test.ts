import { describe, expect, it } from 'vitest';
import { memoryStore } from '../../test/contract/memory-store.js';
import { officialRow } from '../../test/fixtures/market-rows.js';
import { DomainError } from '../core/errors.js';
import {
  ALL_OCCUPATIONS,
  annualGrowths,
  backtestGrowth,
  fitGrowthComponents,
  growthParameters,
  loadOccupationYears,
  type OccupationYear,
} from './growth.js';

/** Means from 2019 to 2025, each occupation growing by its own factor a year. */
function panel(factors: Readonly<Record<string, number>>, jobs = 50_000): OccupationYear[] {
  return Object.entries(factors).flatMap(([soc, factor]) =>
    [0, 1, 2, 3, 4, 5, 6].map((step) => ({ soc, year: 2019 + step, mean: 100 * factor ** step, jobs })),
  );
}

describe('reading official means', () => {
  it('takes detailed occupations and the total of the country', async () => {
    const official = [
      officialRow({ mean: 1 }),
      officialRow({ soc: ALL_OCCUPATIONS, mean: 2, jobs: null }),
      officialRow({ soc: '15-0000', mean: 3 }),
      officialRow({ soc: '15-2051', mean: null }),
      officialRow({ place: 'US-CA', mean: 4 }),
    ];
    const years = await loadOccupationYears(memoryStore({ official }));
    expect(years.map(({ soc, mean, jobs }) => [soc, mean, jobs])).toEqual([
      ['00-0000', 2, null],
      ['15-1252', 1, 1_000_000],
    ]);
  });
});

describe('annual growth', () => {
  const years = [
    { soc: 'a', year: 2023, mean: 100, jobs: 20_000 },
    { soc: 'a', year: 2024, mean: 110, jobs: 10 },
    { soc: 'a', year: 2026, mean: 130, jobs: 10 },
    { soc: 'b', year: 2023, mean: 100, jobs: 19_999 },
    { soc: 'b', year: 2024, mean: 120, jobs: 90_000 },
    { soc: 'c', year: 2023, mean: 100, jobs: null },
    { soc: 'c', year: 2024, mean: 90, jobs: null },
    { soc: ALL_OCCUPATIONS, year: 2023, mean: 1, jobs: 1e6 },
    { soc: ALL_OCCUPATIONS, year: 2024, mean: 2, jobs: 1e6 },
  ];

  it('is the log ratio of adjacent years', () => {
    const found = annualGrowths(years);
    expect(found.map(({ occupation, year }) => `${occupation} ${year}`)).toEqual(['a 2024', 'b 2024', 'c 2024']);
    expect(found.map(({ growth }) => Math.exp(growth))).toEqual(
      [1.1, 1.2, 0.9].map((ratio) => expect.closeTo(ratio, 12)),
    );
  });

  it('can be that of occupations that were large before', () => {
    expect(annualGrowths(years, 20_000).map(({ occupation }) => occupation)).toEqual(['a']);
  });
});

describe('the components of growth', () => {
  it('have the mean of the newest year as their level, small occupations included', () => {
    const large = panel({ a: 1.02, b: 1.04 });
    const small = { soc: 'c', jobs: 10 };
    const years = [...large, { ...small, year: 2024, mean: 100 }, { ...small, year: 2025, mean: 109 }];
    const components = fitGrowthComponents(years);
    expect(components.mean).toBeCloseTo((Math.log(1.02) + Math.log(1.04) + Math.log(1.09)) / 3, 12);
    expect(components.betweenVariance).toBeCloseTo((Math.log(1.04) - Math.log(1.02)) ** 2 / 2, 12);
    expect(components.withinVariance).toBeCloseTo(0, 12);
    expect(components.shockVariance).toBeCloseTo(0, 12);
    expect([...components.yearMeans.keys()]).toEqual([2020, 2021, 2022, 2023, 2024, 2025]);
  });

  it('know nothing of a year to be forecast', () => {
    const years = [...panel({ a: 1.02, b: 1.04 })].map((entry) =>
      entry.year === 2025 ? { ...entry, mean: 1e6 } : entry,
    );
    expect(fitGrowthComponents(years, 2025).mean).toBeCloseTo((Math.log(1.02) + Math.log(1.04)) / 2, 12);
  });

  it('are refused, not guessed, from too little', () => {
    expect(() => fitGrowthComponents(panel({ a: 1.02 }))).toThrow(DomainError);
    expect(() => fitGrowthComponents(panel({ a: 1.02, b: 1.04 }, 19_999))).toThrow(DomainError);
    expect(() => fitGrowthComponents([])).toThrow(DomainError);
  });

  it('become parameters by name', () => {
    const parameters = growthParameters(panel({ a: 1.02, b: 1.04, c: 1.03 }));
    const value = (name: string) => parameters.find((entry) => entry.name === name)!.value;
    expect(parameters.map((entry) => entry.name)).toHaveLength(6 + 6 + 3 * 4);
    expect(new Set(parameters.map((entry) => entry.n))).toEqual(new Set([3]));
    expect(value('growth.year-mean.2025')).toBeCloseTo(value('growth.mean'), 12);
    expect(value('ageing.role-deviation-sd')).toBeCloseTo(
      Math.sqrt(value('growth.between-variance') + value('growth.within-variance')),
      12,
    );
  });
});

describe('the record of earlier years', () => {
  const panelOf = panel({ a: 1.02, b: 1.04, c: 1.03, [ALL_OCCUPATIONS]: 1.03 });
  const named = (years: readonly OccupationYear[]) =>
    new Map(growthParameters(years).map((entry) => [entry.name, entry]));

  it('has the components known before each year of the back-test', () => {
    const shocked = panelOf.map((entry) => (entry.year >= 2024 ? { ...entry, mean: entry.mean * 2 } : entry));
    for (const name of ['mean', 'between-variance', 'within-variance', 'shock-variance']) {
      const key = (origin: number) => `growth.origin-${origin}.${name}`;
      expect(named(shocked).get(key(2024))!.value).toBe(named(panelOf).get(key(2024))!.value);
      expect(named(panelOf).get(key(2023))!.value).toBeDefined();
    }
    const before = fitGrowthComponents(panelOf, 2024);
    expect(named(panelOf).get('growth.origin-2024.mean')!.value).toBe(before.mean);
    expect(named(shocked).get('growth.origin-2025.mean')!.value).not.toBe(before.mean);
  });

  it('has the errors of the back-test, all years together', () => {
    const parameters = named(panelOf);
    for (const row of backtestGrowth(panelOf).filter(({ origin }) => origin === 'pooled')) {
      expect(parameters.get(`forecast.error.${row.rule}`)).toMatchObject({ value: row.errorPercent, n: row.n });
    }
    expect([...parameters.keys()].filter((name) => name.startsWith('forecast.error.'))).toHaveLength(4);
  });

  it('leaves out what cannot be worked out', () => {
    const keys = (years: readonly OccupationYear[]) =>
      [...named(years).keys()].filter((name) => /origin|error/.test(name));
    expect(keys(panelOf.filter((entry) => entry.soc !== ALL_OCCUPATIONS)).some((name) => /error/.test(name))).toBe(
      false,
    );
    expect(keys(panelOf.filter((entry) => entry.year >= 2023))).toEqual([]);
    expect(keys(panelOf.filter((entry) => entry.year <= 2023)).every((name) => /origin-2023/.test(name))).toBe(true);
    expect(keys(panelOf.filter((entry) => entry.year !== 2022)).join()).not.toContain('origin-2023');
  });
});

describe('the back-test', () => {
  const errors = (years: readonly OccupationYear[]) =>
    Object.fromEntries(backtestGrowth(years).map((row) => [`${row.rule} ${row.origin}`, row]));

  it('finds each rule off by what it cannot know', () => {
    const found = errors(panel({ a: 1.01, b: 1.03, c: 1.05, [ALL_OCCUPATIONS]: 1.02 }));
    const mean = (forecast: number) =>
      [1.01, 1.03, 1.05].reduce((sum, truth) => sum + 100 * Math.abs(forecast / truth - 1), 0) / 3;
    const middle = (1.01 * 1.03 * 1.05) ** (1 / 3);
    for (const origin of ['2023', '2024', '2025', 'pooled']) {
      expect(found[`last-value ${origin}`]!.errorPercent).toBeCloseTo(mean(1), 9);
      expect(found[`overall-growth ${origin}`]!.errorPercent).toBeCloseTo(mean(1.02), 9);
      expect(found[`mean-growth ${origin}`]!.errorPercent).toBeCloseTo(mean(middle), 9);
      expect(found[`pooled ${origin}`]!.errorPercent).toBeCloseTo(0, 9);
    }
    expect(found['pooled 2024']!.n).toBe(3);
    expect(found['pooled pooled']!.n).toBe(9);
  });

  it('uses nothing of the year it forecasts or later', () => {
    const years = panel({ a: 1.01, b: 1.03, c: 1.05, [ALL_OCCUPATIONS]: 1.02 });
    const shocked = years.map((entry) => (entry.year >= 2024 ? { ...entry, mean: entry.mean * 2 } : entry));
    for (const rule of ['last-value', 'overall-growth', 'mean-growth', 'pooled']) {
      expect(errors(shocked)[`${rule} 2023`]).toEqual(errors(years)[`${rule} 2023`]);
    }
    expect(errors(shocked)['last-value 2024']!.errorPercent).toBeGreaterThan(50);
  });

  it('leaves small and new occupations out', () => {
    const small = panel({ s: 1.5 }, 19_999);
    const fresh = [{ soc: 'n', year: 2025, mean: 1, jobs: 1e6 }];
    const years = panel({ a: 1.01, b: 1.03, [ALL_OCCUPATIONS]: 1.02 });
    expect(errors([...years, ...small, ...fresh])['last-value pooled']!.n).toBe(6);
  });
});
