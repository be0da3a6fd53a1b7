/** What the published rule would have said of past years, from what was known before them, against what happened. */
import { pooledGrowth } from '../stats/index.js';
import { beatsTheRules, type GrowthRecord } from './growth-record.js';

/** Nominal coverage of the interval that is judged. */
export const PAST_LEVEL = 0.9;

export interface PastForecast {
  /** Year of the last official figure known then. */
  readonly fromYear: number;
  /** Year that was to be known next. */
  readonly year: number;
  /** The official mean of the mix it starts from. */
  readonly base: number;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** What the survey then said. */
  readonly actual: number;
  readonly held: boolean;
}

export interface MixMean {
  readonly year: number;
  readonly mean: number;
}

/**
 * One-year forecasts of the official mean of an occupation mix, one for each year of the back-test whose year before
 * is comparable.
 *
 * Estimand: next year's official mean of the mix. Each uses the components fitted on earlier years alone and the own
 * growths of the mix up to the year before. The mix is one series: its noise counts as that of one occupation, so
 * the interval errs on the wide side where several occupations share it.
 *
 * @param observed means of one taxonomy, oldest first
 */
export function pastForecasts(observed: readonly MixMean[], record: GrowthRecord): PastForecast[] {
  return [...record.origins].flatMap(([year, components]) => {
    const base = observed.find((point) => point.year === year - 1);
    const actual = observed.find((point) => point.year === year);
    if (base === undefined || actual === undefined) return [];
    const known = observed.filter((point) => point.year < year);
    const own = beatsTheRules(record) ? growthsOf(known) : [];
    const pooled = pooledGrowth(own, components);
    const halfWidth = pooled.halfWidth(PAST_LEVEL);
    const value = base.mean * Math.exp(pooled.growth);
    const [low, high] = [value * Math.exp(-halfWidth), value * Math.exp(halfWidth)];
    return [
      {
        fromYear: base.year,
        year,
        base: base.mean,
        value,
        low,
        high,
        actual: actual.mean,
        held: actual.mean >= low && actual.mean <= high,
      },
    ];
  });
}

/** Log growth between adjacent years. */
export function growthsOf(observed: readonly MixMean[]): { readonly year: number; readonly growth: number }[] {
  return observed.slice(1).map((point, index) => ({
    year: point.year,
    growth: Math.log(point.mean / observed[index]!.mean),
  }));
}
