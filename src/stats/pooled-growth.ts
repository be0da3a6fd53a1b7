import { DomainError } from '../core/errors.js';
import { normalQuantile } from './normal-quantile.js';
import { requireLevel } from './preconditions.js';
import { tQuantile } from './t-quantile.js';

/** Annual log growth of one occupation's pay in one year. */
export interface AnnualGrowth {
  readonly occupation: string;
  /** Calendar year the growth ends in. */
  readonly year: number;
  readonly growth: number;
}

/** How growth varies between occupations, from year to year, and within both. */
export interface GrowthComponents {
  /** Mean annual log growth over occupations and years. */
  readonly mean: number;
  /** Variance between occupations' long-run growths, >= 0. */
  readonly betweenVariance: number;
  /** Variance of an occupation's growth about its own and the year's mean, per year. */
  readonly withinVariance: number;
  /** Variance of the shock all occupations share in a year. */
  readonly shockVariance: number;
  /** Years the mean rests on; all years of the panel unless a later mean takes its place. */
  readonly meanYears?: number | undefined;
  /** Mean log growth of each year. */
  readonly yearMeans: ReadonlyMap<number, number>;
}

export interface PooledGrowth {
  /** Annual log growth expected of the occupation. */
  readonly growth: number;
  /** Shrinkage B: weight of the occupation's own record, fraction in [0, 1]. */
  readonly ownWeight: number;
  /** Years of the occupation's own record that were used. */
  readonly years: number;
  readonly components: GrowthComponents;
  /**
   * Half-width of the prediction interval of log growth over `horizonYears` (> 0, fractions allowed), coverage `level`.
   */
  halfWidth(level: number, horizonYears?: number): number;
}

/**
 * Variance components of growth in a panel of occupations, by the method of moments of the two-way layout.
 *
 * Model: g_ct = mean + mu_c + f_t + e_ct. Occupations may miss years; those with fewer than two years inform the
 * year means only. The shock's variance is that of the year means; sampling of the means adds withinVariance / C,
 * which is negligible for hundreds of occupations and is kept as a margin.
 * Source: Searle, Casella and McCulloch (1992), Variance Components, chapter 5; Bailey (2007) for shocks in pooling
 * Reference: NumPy, test/reference
 *
 * @param growths the panel, at least two years and two occupations observed twice
 * @throws {DomainError} TOO_FEW_YEARS | TOO_FEW_OCCUPATIONS
 * @example growthComponents([
 *   { occupation: 'a', year: 2023, growth: 0.03 }, { occupation: 'a', year: 2024, growth: 0.06 },
 *   { occupation: 'b', year: 2023, growth: 0.02 }, { occupation: 'b', year: 2024, growth: 0.01 },
 * ]).mean // 0.03
 */
export function growthComponents(growths: readonly AnnualGrowth[]): GrowthComponents {
  const yearMeans = meansBy(growths, (row) => row.year);
  if (yearMeans.size < 2) throw new DomainError('TOO_FEW_YEARS', 'Pooled growth needs at least two years.');
  const deviations = new Map<string, number[]>();
  for (const { occupation, year, growth } of growths) {
    const known = deviations.get(occupation);
    const deviation = growth - yearMeans.get(year)!;
    if (known) known.push(deviation);
    else deviations.set(occupation, [deviation]);
  }
  const repeated = [...deviations.values()].filter((own) => own.length >= 2);
  if (repeated.length < 2) {
    throw new DomainError('TOO_FEW_OCCUPATIONS', 'Pooled growth needs two occupations with two years each.');
  }
  const withinVariance = pooledWithinVariance(repeated, yearMeans.size);
  const years = [...yearMeans.values()];
  return {
    mean: average(years),
    betweenVariance: betweenVariance(repeated, withinVariance),
    withinVariance,
    shockVariance: sampleVariance(years),
    yearMeans,
  };
}

/**
 * Growth of one occupation's pay, its own record shrunk towards the mean of all occupations.
 *
 * g = mean + B (own - mean), B = betweenVariance / (betweenVariance + withinVariance / k), own and mean over the same
 * k years. Prediction half-width over h years, z normal and t with (panel years - 1) degrees of freedom:
 * sqrt(z^2 (h s_e^2 + h^2 B s_e^2 / k) + t^2 s_f^2 (h + h^2 / T)), where s_f^2 is the shock all occupations share and T
 * the years the mean rests on; at h = 1 and T = k this is the one-year formula. Shocks of different years are independent.
 * Source: Efron and Morris (1975), doi:10.1080/01621459.1975.10479864
 * Reference: NumPy, test/reference
 *
 * @param own        the occupation's annual log growths; years the panel lacks are ignored
 * @param components of the panel, from `growthComponents`
 * @returns the mean itself, with B = 0, when the occupation has no year in the panel
 * @example pooledGrowth([{ year: 2023, growth: 0.05 }, { year: 2024, growth: 0.05 }], {
 *   mean: 0.03, betweenVariance: 1e-4, withinVariance: 2e-4, shockVariance: 1e-4,
 *   yearMeans: new Map([[2023, 0.03], [2024, 0.03]]),
 * }).growth // 0.04
 */
export function pooledGrowth(
  own: readonly Pick<AnnualGrowth, 'year' | 'growth'>[],
  components: GrowthComponents,
): PooledGrowth {
  const { mean, betweenVariance, withinVariance, shockVariance, yearMeans } = components;
  const meanYears = components.meanYears ?? yearMeans.size;
  const deviations = own.filter((row) => yearMeans.has(row.year)).map((row) => row.growth - yearMeans.get(row.year)!);
  const years = deviations.length;
  const signal = betweenVariance * years;
  const ownWeight = signal > 0 ? signal / (signal + withinVariance) : 0;
  // Variance of the occupation's long-run growth given its record; between-variance when it has none.
  const estimationVariance = years > 0 ? (ownWeight * withinVariance) / years : betweenVariance;
  return {
    growth: mean + (years > 0 ? ownWeight * average(deviations) : 0),
    ownWeight,
    years,
    components,
    halfWidth(level, horizonYears = 1) {
      requireLevel(level);
      const h = requireHorizon(horizonYears);
      const upper = (1 + level) / 2;
      const idiosyncratic = h * withinVariance + h * h * estimationVariance;
      const shared = shockVariance * (h + (h * h) / meanYears);
      return Math.sqrt(normalQuantile(upper) ** 2 * idiosyncratic + tQuantile(upper, yearMeans.size - 1) ** 2 * shared);
    },
  };
}

function requireHorizon(years: number): number {
  if (!(years > 0 && years < Infinity)) {
    throw new DomainError('INVALID_HORIZON', `A horizon must be a positive number of years, not ${years}.`);
  }
  return years;
}

/** Residual variance of the two-way layout: year means use up (T - 1) / T of a degree of freedom per occupation. */
function pooledWithinVariance(deviations: readonly (readonly number[])[], yearCount: number): number {
  let squares = 0;
  let df = 0;
  for (const own of deviations) {
    const centre = average(own);
    for (const deviation of own) squares += (deviation - centre) ** 2;
    df += own.length - 1;
  }
  return squares / Math.max(1, df - (yearCount - 1));
}

/** Moment estimate: spread of the occupations' means less what the within-variance explains. */
function betweenVariance(deviations: readonly (readonly number[])[], withinVariance: number): number {
  const explained = average(deviations.map((own) => withinVariance / own.length));
  return Math.max(0, sampleVariance(deviations.map(average)) - explained);
}

function meansBy(growths: readonly AnnualGrowth[], key: (row: AnnualGrowth) => number): Map<number, number> {
  const sums = new Map<number, { sum: number; count: number }>();
  for (const row of growths) {
    const entry = sums.get(key(row)) ?? { sum: 0, count: 0 };
    entry.sum += row.growth;
    entry.count += 1;
    sums.set(key(row), entry);
  }
  return new Map([...sums].sort(([a], [b]) => a - b).map(([year, { sum, count }]) => [year, sum / count]));
}

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function sampleVariance(values: readonly number[]): number {
  const centre = average(values);
  return values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (values.length - 1);
}
