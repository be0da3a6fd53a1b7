/** Scores of the forecast of official pay: its error beside simple rules, and how often its interval covers. */

import { DomainError } from '../../core/errors.js';
import { judged, type MeasuredPart, type Score } from '../../core/score.js';
import { pooledGrowth } from '../../stats/index.js';
import {
  ALL_OCCUPATIONS,
  annualGrowths,
  type BacktestRow,
  backtestGrowth,
  fitGrowthComponents,
  LARGE_OCCUPATION_JOBS,
  type OccupationYear,
  ORIGINS,
} from '../growth.js';

/** Largest error of pooled growth, as a share of each rule's. */
const MOST_OF_OVERALL = 0.92;
const MOST_OF_MEAN = 1;
/** Equal errors, added in another order, may differ by so much. */
const ROUNDING = 1e-9;
const LEVEL = 0.9;

const RULES: Readonly<Record<BacktestRow['rule'], string>> = {
  'last-value': 'last value',
  'overall-growth': 'last overall growth',
  'mean-growth': 'last mean growth of occupations',
  pooled: 'pooled growth',
};

/** `forecast.oews.pooled` */
export function forecastErrorScore(years: readonly OccupationYear[]): Score {
  const rows = backtestGrowth(years).filter(({ origin }) => origin === 'pooled');
  const row = (rule: BacktestRow['rule']): BacktestRow => {
    const found = rows.find((candidate) => candidate.rule === rule);
    if (found === undefined) throw noForecasts();
    return found;
  };
  const { errorPercent, n } = row('pooled');
  const errors = (Object.keys(RULES) as BacktestRow['rule'][]).map(
    (rule) => `${RULES[rule]} ${row(rule).errorPercent.toFixed(2)}%`,
  );
  const versusMean = errorPercent / row('mean-growth').errorPercent;
  return judged({
    id: 'forecast.oews.pooled',
    metric: `error of pooled growth over that of the overall-growth rule, next year's mean official pay, ${spanOf(ORIGINS)}`,
    value: errorPercent / row('overall-growth').errorPercent,
    reference: `mean absolute errors: ${errors.join(', ')}`,
    limits: { low: null, high: MOST_OF_OVERALL },
    n,
    counted: 'occupation years',
    parts: [
      {
        name: 'error over that of the mean-growth rule',
        value: Math.abs(versusMean - MOST_OF_MEAN) < ROUNDING ? MOST_OF_MEAN : versusMean,
        n,
        limits: { low: null, high: MOST_OF_MEAN },
      },
    ],
    partsHold: 'no larger than that of the mean-growth rule',
  });
}

/** `forecast.oews.coverage`: reported, because three years are three draws of the shock that all occupations share. */
export function forecastCoverageScore(years: readonly OccupationYear[]): Score {
  const parts = ORIGINS.map((origin): MeasuredPart => {
    const inside = coveredIn(years, origin);
    return { name: `${origin}`, value: inside.filter(Boolean).length / inside.length, n: inside.length, limits: null };
  });
  const n = parts.reduce((sum, part) => sum + part.n, 0);
  if (parts.some((part) => part.n === 0)) throw noForecasts();
  return judged({
    id: 'forecast.oews.coverage',
    metric: `share of next year's mean official pay inside the 90% interval of pooled growth, ${spanOf(ORIGINS)}`,
    value: parts.reduce((sum, part) => sum + part.value * part.n, 0) / n,
    reference: 'nominal .90; three years are three draws of the common shock',
    limits: null,
    n,
    counted: 'occupation years',
    parts,
  });
}

/** For each large occupation whether its mean lay in the interval, given what was known the year before. */
function coveredIn(years: readonly OccupationYear[], origin: number): boolean[] {
  const components = fitGrowthComponents(years, origin);
  const own = new Map<string, { year: number; growth: number }[]>();
  for (const { occupation, year, growth } of annualGrowths(years)) {
    if (year >= origin) continue;
    own.set(occupation, [...(own.get(occupation) ?? []), { year, growth }]);
  }
  const before = new Map(years.filter(({ year }) => year === origin - 1).map((entry) => [entry.soc, entry]));
  return years.flatMap(({ soc, year, mean }) => {
    const base = before.get(soc);
    if (year !== origin || soc === ALL_OCCUPATIONS || (base?.jobs ?? 0) < LARGE_OCCUPATION_JOBS) return [];
    const forecast = pooledGrowth(own.get(soc) ?? [], components);
    return [Math.abs(Math.log(mean / base!.mean) - forecast.growth) <= forecast.halfWidth(LEVEL)];
  });
}

function spanOf(origins: readonly number[]): string {
  return `${Math.min(...origins)} to ${Math.max(...origins)}`;
}

function noForecasts(): DomainError {
  return new DomainError('NO_FORECASTS', 'The market has no occupations to forecast in every year of the back-test.');
}
