/** Growth of pay after the as-of date by the policy of METHODS 4. Ageing is elsewhere and never mixed in. */
import { dampedTrend, pooledGrowth } from '../stats/index.js';
import { monthsBetween } from './ageing.js';
import { beatsTheRules, type GrowthRecord } from './growth-record.js';
import { monthsAfter } from './observation.js';
import { ALL_OCCUPATIONS, type OfficialData, referenceDate } from './official.js';
import type { Parameters } from './parameters.js';
import { growthsOf, type PastForecast, pastForecasts } from './past-forecasts.js';
import type { Question } from './question.js';

/** Months a forecast runs beyond the as-of date. */
export const FORECAST_MONTHS = 12;

export const FAN_LEVELS = [0.5, 0.8, 0.9] as const;

/** Annual points of one taxonomy from which an own trend is trusted. */
const DAMPED_TREND_POINTS = 8;

export type ForecastPolicy = 'index-assumption' | 'mean-growth' | 'pooled-growth' | 'damped-trend';

export interface ForecastPoint {
  readonly date: string;
  /** Cumulative log growth since the as-of date. */
  readonly logGrowth: number;
  /** Half-widths on the log scale by coverage, at the full horizon since the last official data. */
  readonly halfWidths: Readonly<Record<(typeof FAN_LEVELS)[number], number>>;
}

export interface Forecast {
  readonly policy: ForecastPolicy;
  /** Source of the official series. */
  readonly source: string;
  /** Annual log growth used. */
  readonly annualGrowth: number;
  /** Weight their own growth received, fraction. */
  readonly ownWeight: number;
  /** Comparable official points: years of one taxonomy. */
  readonly points: number;
  /** Year of the last official figure. */
  readonly lastYear: number;
  /** Months from the last official data to the end of the forecast. */
  readonly horizonMonths: number;
  readonly path: readonly ForecastPoint[];
  /** Official mean pay of the mix by year, chained within one taxonomy: the observed points of the fan. */
  readonly observed: readonly { readonly year: number; readonly mean: number }[];
  /** What the rule would have said of past years of this mix; empty in a market without a record. */
  readonly past: readonly PastForecast[];
  /** How the rules did over all large occupations; null in a market without a record. */
  readonly errors: GrowthRecord['errors'];
  /** Occupations times years behind those errors. */
  readonly errorsN: number;
}

/** Forecast for the occupation mix; null where the market has no official series for it. */
export function forecastGrowth(data: OfficialData, question: Question, parameters: Parameters): Forecast | null {
  const observed = mixSeries(data, question);
  const last = observed.at(-1);
  if (last === undefined) return null;
  const chosen = choosePolicy(observed, parameters);
  const record = parameters.growthRecord ?? NO_RECORD;
  const end = monthsAfter(question.asOf, FORECAST_MONTHS);
  const path = [1, 3, 6, 9, FORECAST_MONTHS].map((months) => {
    const date = monthsAfter(question.asOf, months);
    const years = monthsBetween(referenceDate(last.year), date) / 12;
    return {
      date,
      logGrowth: (chosen.annualGrowth * months) / 12,
      halfWidths: Object.fromEntries(
        FAN_LEVELS.map((level) => [level, chosen.halfWidth(level, years)]),
      ) as ForecastPoint['halfWidths'],
    };
  });
  return {
    policy: chosen.policy,
    source: last.source,
    annualGrowth: chosen.annualGrowth,
    ownWeight: chosen.ownWeight,
    points: observed.length,
    lastYear: last.year,
    horizonMonths: monthsBetween(referenceDate(last.year), end),
    path,
    observed,
    past: chosen.policy === 'damped-trend' ? [] : pastForecasts(observed, record),
    errors: record.errors,
    errorsN: record.n,
  };
}

const NO_RECORD: GrowthRecord = { origins: new Map(), errors: null, n: 0 };

interface ChosenForecast {
  readonly policy: ForecastPolicy;
  readonly annualGrowth: number;
  readonly ownWeight: number;
  halfWidth(level: number, years: number): number;
}

/** A weight that shows in no figure: pooled growth then is the mean-growth rule. */
const NO_WEIGHT = 0.005;

/**
 * At most 2 points: the common growth only; 3 to 7: pooled growth, or the mean-growth rule where pooled growth has not
 * beaten it or gives the own record no weight; 8 or more: damped trend.
 */
function choosePolicy(observed: Forecast['observed'], parameters: Parameters): ChosenForecast {
  const few = observed.length <= 2;
  const model = few || beatsTheRules(parameters.growthRecord ?? NO_RECORD);
  const pooled = pooledGrowth(few || !model ? [] : growthsOf(observed), parameters.growth);
  if (observed.length < DAMPED_TREND_POINTS) {
    return {
      policy: few ? 'index-assumption' : pooled.ownWeight < NO_WEIGHT ? 'mean-growth' : 'pooled-growth',
      annualGrowth: pooled.growth,
      ownWeight: pooled.ownWeight,
      halfWidth: (level, years) => pooled.halfWidth(level, years),
    };
  }
  const trend = dampedTrend(observed.map((point) => point.mean));
  return {
    policy: 'damped-trend',
    annualGrowth: trend.logForecast(1) - Math.log(observed.at(-1)!.mean),
    ownWeight: 1,
    halfWidth: (level, years) => Math.max(trend.halfWidth(level, Math.ceil(years)), pooled.halfWidth(level, years)),
  };
}

/** Mean pay of the mix by year, for the newest taxonomy, over occupations that have every year. */
function mixSeries(data: OfficialData, question: Question): { year: number; mean: number; source: string }[] {
  const national = data.rows.filter(
    (row) => row.place === question.place.country && row.soc !== ALL_OCCUPATIONS && row.mean !== null,
  );
  const newest = Math.max(...national.map((row) => row.year));
  const taxonomy = national.find((row) => row.year === newest)?.taxonomy;
  const comparable = national.filter((row) => row.taxonomy === taxonomy);
  const years = [...new Set(comparable.map((row) => row.year))].sort((a, b) => a - b);
  const complete = question.occupations.filter((share) =>
    years.every((year) => comparable.some((row) => row.soc === share.soc && row.year === year)),
  );
  const total = complete.reduce((sum, share) => sum + share.share, 0);
  if (total === 0) return [];
  return years.map((year) => ({
    year,
    source: comparable.find((row) => row.year === year)?.source ?? '',
    mean: complete.reduce((sum, share) => {
      const row = comparable.find((candidate) => candidate.soc === share.soc && candidate.year === year);
      return sum + (share.share / total) * (row?.mean ?? 0);
    }, 0),
  }));
}
