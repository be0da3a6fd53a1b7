/**
 * Growth of mean pay by occupation: the pooled model of METHODS 4, and the rules it has to beat.
 *
 * Growth of occupation c in year t: g_ct = mean_t + mu_c + e_ct, with mu_c ~ (0, s_mu^2), e_ct ~ (0, s_e^2).
 * The forecast is mean + B (own - mean) with B = s_mu^2 / (s_mu^2 + s_e^2 / k); the mean is the newest year's.
 */
import { select } from '../query/plan.js';
import {
  type AnnualGrowth,
  type GrowthComponents,
  growthComponents,
  lastValueRule,
  meanGrowthRule,
  overallGrowthRule,
  pooledGrowth,
} from '../stats/index.js';
import type { Store } from '../store/port.js';
import type { Parameter } from './parameter.js';

export const ALL_OCCUPATIONS = '00-0000';

/** Occupations with fewer jobs are left out of the variances and of the back-test, as in its published reference. */
export const LARGE_OCCUPATION_JOBS = 20_000;

/** Years forecast in the back-test. */
export const ORIGINS: readonly number[] = [2023, 2024, 2025];

export interface OccupationYear {
  readonly soc: string;
  readonly year: number;
  readonly mean: number;
  readonly jobs: number | null;
}

/** National mean pay by occupation and year, detailed occupations and the total. */
export async function loadOccupationYears(store: Store): Promise<OccupationYear[]> {
  const rows = await store.read(select('official', ['soc', 'year', 'mean', 'jobs'], [{ column: 'place', is: 'US' }]));
  return rows.flatMap((row) =>
    row.mean === null || (row.soc.endsWith('0000') && row.soc !== ALL_OCCUPATIONS) ? [] : [{ ...row, mean: row.mean }],
  );
}

/** Growths between adjacent years of codes that exist in both; detailed occupations with at least so many jobs. */
export function annualGrowths(years: readonly OccupationYear[], minimumJobs = 0): AnnualGrowth[] {
  const byKey = new Map(years.map((entry) => [`${entry.soc}|${entry.year}`, entry]));
  return years.flatMap((entry) => {
    const before = byKey.get(`${entry.soc}|${entry.year - 1}`);
    if (before === undefined || entry.soc === ALL_OCCUPATIONS || (before.jobs ?? 0) < minimumJobs) return [];
    return [{ occupation: entry.soc, year: entry.year, growth: Math.log(entry.mean / before.mean) }];
  });
}

/**
 * Variance components over large occupations, with the newest year's mean growth over all detailed occupations as the
 * level: last year's mean predicts the next better than the long-run mean does.
 */
export function fitGrowthComponents(
  years: readonly OccupationYear[],
  before = Number.POSITIVE_INFINITY,
): GrowthComponents {
  const known = years.filter((entry) => entry.year < before);
  const newest = Math.max(...known.map((entry) => entry.year));
  const latest = annualGrowths(known).filter((entry) => entry.year === newest);
  const mean = latest.reduce((sum, entry) => sum + entry.growth, 0) / latest.length;
  return { ...growthComponents(annualGrowths(known, LARGE_OCCUPATION_JOBS)), mean, meanYears: 1 };
}

/**
 * The components as market parameters: those of today, those known before each year of the back-test, and what the
 * rules were off by in it.
 */
export function growthParameters(years: readonly OccupationYear[]): Parameter[] {
  const components = fitGrowthComponents(years);
  const occupations = new Set(annualGrowths(years, LARGE_OCCUPATION_JOBS).map((entry) => entry.occupation)).size;
  const note = `OEWS national means, occupations with at least ${LARGE_OCCUPATION_JOBS} jobs`;
  const own = (name: string, value: number): Parameter => ({ name, value, n: occupations, note });
  return [
    {
      ...own('growth.mean', components.mean),
      note: 'newest mean log growth of detailed occupations, OEWS national means',
    },
    { ...own('growth.mean-years', components.meanYears ?? components.yearMeans.size), note: 'years the mean rests on' },
    own('growth.between-variance', components.betweenVariance),
    own('growth.within-variance', components.withinVariance),
    own('growth.shock-variance', components.shockVariance),
    own('ageing.role-deviation-sd', Math.sqrt(components.betweenVariance + components.withinVariance)),
    ...[...components.yearMeans].map(([year, value]) => own(`growth.year-mean.${year}`, value)),
    ...originParameters(years),
    ...recordParameters(years),
  ];
}

/** Growths that can be known before a year's forecast is made: two years of large occupations at least. */
const FEWEST_YEARS_KNOWN = 2;

/** The components as they were before each year of the back-test; a year without enough before it has none. */
function originParameters(years: readonly OccupationYear[]): Parameter[] {
  const held = new Set(years.map((entry) => entry.year));
  return ORIGINS.flatMap((origin) => {
    const known = annualGrowths(years, LARGE_OCCUPATION_JOBS).filter((entry) => entry.year < origin);
    const knownYears = new Set(known.map((entry) => entry.year));
    if (!held.has(origin) || !knownYears.has(origin - 1) || knownYears.size < FEWEST_YEARS_KNOWN) return [];
    const components = fitGrowthComponents(years, origin);
    const n = new Set(known.map((entry) => entry.occupation)).size;
    const own = (name: string, value: number): Parameter => ({
      name: `growth.origin-${origin}.${name}`,
      value,
      n,
      note: `as known before ${origin}: OEWS national means of earlier years`,
    });
    return [
      own('mean', components.mean),
      own('between-variance', components.betweenVariance),
      own('within-variance', components.withinVariance),
      own('shock-variance', components.shockVariance),
    ];
  });
}

/** Mean absolute errors over the years of the back-test together, percent; none where one of them cannot be made. */
function recordParameters(years: readonly OccupationYear[]): Parameter[] {
  const held = new Set(years.filter((entry) => entry.soc === ALL_OCCUPATIONS).map((entry) => entry.year));
  if (!ORIGINS.every((origin) => [0, 1, 2].every((back) => held.has(origin - back)))) return [];
  return backtestGrowth(years)
    .filter((row) => row.origin === 'pooled')
    .map(({ rule, errorPercent, n }) => ({
      name: `forecast.error.${rule}`,
      value: errorPercent,
      n,
      note: `mean absolute error of next year's OEWS national mean, percent, ${ORIGINS.join(', ')} together`,
    }));
}

export interface BacktestRow {
  readonly rule: 'last-value' | 'overall-growth' | 'mean-growth' | 'pooled';
  readonly origin: number | 'pooled';
  /** Mean absolute error of next year's mean pay, percent. */
  readonly errorPercent: number;
  readonly n: number;
}

/** Errors of the rules and of the pooled model on each origin, using only what was known the year before. */
export function backtestGrowth(years: readonly OccupationYear[]): BacktestRow[] {
  const growths = annualGrowths(years);
  const at = new Map(years.map((entry) => [`${entry.soc}|${entry.year}`, entry]));
  const errors = new Map<string, number[]>();
  const record = (rule: string, origin: number | 'pooled', error: number): void => {
    const key = `${rule}|${origin}`;
    errors.set(key, [...(errors.get(key) ?? []), error]);
  };
  for (const origin of ORIGINS) {
    const known = growths.filter((entry) => entry.year < origin);
    const newest = known.filter((entry) => entry.year === origin - 1).map((entry) => entry.growth);
    const components = fitGrowthComponents(years, origin);
    const overall = Math.log(
      at.get(`${ALL_OCCUPATIONS}|${origin - 1}`)!.mean / at.get(`${ALL_OCCUPATIONS}|${origin - 2}`)!.mean,
    );
    for (const entry of years.filter((candidate) => candidate.year === origin && candidate.soc !== ALL_OCCUPATIONS)) {
      const base = at.get(`${entry.soc}|${origin - 1}`);
      if (base === undefined || (base.jobs ?? 0) < LARGE_OCCUPATION_JOBS) continue;
      const own = known.filter((candidate) => candidate.occupation === entry.soc);
      const forecasts = {
        'last-value': lastValueRule(base.mean),
        'overall-growth': overallGrowthRule(base.mean, overall),
        'mean-growth': meanGrowthRule(base.mean, newest),
        pooled: base.mean * Math.exp(pooledGrowth(own, components).growth),
      };
      for (const [rule, forecast] of Object.entries(forecasts)) {
        const error = 100 * Math.abs(forecast / entry.mean - 1);
        record(rule, origin, error);
        record(rule, 'pooled', error);
      }
    }
  }
  return [...errors].map(([key, list]) => {
    const [rule, origin] = key.split('|') as [BacktestRow['rule'], string];
    return {
      rule,
      origin: origin === 'pooled' ? origin : Number(origin),
      errorPercent: list.reduce((sum, error) => sum + error, 0) / list.length,
      n: list.length,
    };
  });
}
