/** Pay percentiles of one source within one scope, by the publication ladder of METHODS 2. */
import type { Basis } from '../core/basis.js';
import type { PercentileEstimate, PercentileKey } from '../core/finding.js';
import {
  groupedQuantileIntervals,
  kishEffectiveSize,
  publicationLadder,
  type QuantileInterval,
  quantileBounds,
} from '../stats/index.js';
import type { Ageing } from './ageing.js';
import type { PayObservation } from './observation.js';

/** Nominal coverage of every published interval. */
export const INTERVAL_LEVEL = 0.9;

/**
 * Nominal level computed where only 5 to 10 effective employers speak: in simulations intervals there cover less
 * than they say, so the wider one is published as the 90% interval and the figure is called modelled.
 */
const FEW_EMPLOYERS_LEVEL = 0.96;

export const PERCENTILES: readonly PercentileKey[] = ['10', '25', '50', '75', '90'];

export type Percentiles = Readonly<Partial<Record<PercentileKey, PercentileEstimate>>>;

export interface SourceEstimate {
  readonly source: string;
  readonly basis: Basis;
  /** Distinct observations. */
  readonly n: number;
  /** Ranges of the source before repeats were removed. */
  readonly stated: number;
  readonly employers: number | null;
  readonly effectiveEmployers: number;
  /** Largest share of one employer (or one repeated range) in n, fraction. */
  readonly dominantShare: number;
  /** `none`: too few for any quantile. */
  readonly support: 'direct' | 'modelled' | 'none';
  /** At the as-of date, whole currency units a year. */
  readonly percentiles: Percentiles;
  /** The median as stated, before ageing. */
  readonly statedMedian: number | null;
  /** Sharp bounds of the median when every job paid the low, or the high, end of its range. */
  readonly bounds: { readonly low: number; readonly high: number } | null;
  readonly period: { readonly from: string; readonly to: string } | null;
}

export interface EstimateOptions {
  readonly ageing: Ageing;
  /** Factor on the variance of sources that name no employers (see models/design-effect). */
  readonly designEffect: number;
}

/** Estimates what the ladder allows for the rows of one source; an empty or thin cell is a result, not an error. */
export function estimateSource(
  rows: readonly PayObservation[],
  source: string,
  options: EstimateOptions,
): SourceEstimate {
  const first = rows[0];
  const basis = first?.basis ?? 'posted';
  const totals = clusterTotals(rows);
  const named = first !== undefined && rows.every((row) => row.employer !== null);
  const inflation = named ? 1 : options.designEffect;
  const effectiveEmployers = rows.length === 0 ? 0 : kishEffectiveSize([...totals.values()]) / inflation;
  const facts = {
    source,
    basis,
    n: rows.length,
    stated: rows.reduce((sum, row) => sum + row.repeats, 0),
    employers: named ? totals.size : null,
    effectiveEmployers,
    dominantShare: rows.length === 0 ? 0 : Math.max(...totals.values()) / rows.length,
    period: periodOf(rows),
  };
  const ladder = publicationLadder({ effectiveEmployers, effectiveN: rows.length / inflation, n: rows.length });
  if (ladder.median === 'none') {
    return { ...facts, support: 'none', percentiles: {}, statedMedian: null, bounds: null };
  }
  const direct = ladder.median === 'direct';
  const shown = PERCENTILES.filter(
    (key) => key === '50' || (key === '25' || key === '75' ? ladder.quartiles : ladder.tails) === 'direct',
  );
  return {
    ...facts,
    support: direct ? 'direct' : 'modelled',
    percentiles: estimatePercentiles(rows, shown, { ...options, inflation, direct }),
    statedMedian: statedMedian(rows),
    bounds: basis === 'posted' ? medianBounds(rows) : null,
  };
}

function estimatePercentiles(
  rows: readonly PayObservation[],
  shown: readonly PercentileKey[],
  options: { readonly ageing: Ageing; readonly inflation: number; readonly direct: boolean },
): Percentiles {
  const intervals = groupedQuantileIntervals(
    {
      lows: rows.map((row) => row.low),
      highs: rows.map((row) => row.high),
      weights: rows.map(() => 1),
      groups: rows.map((row) => row.cluster),
      level: options.direct ? INTERVAL_LEVEL : FEW_EMPLOYERS_LEVEL,
      designEffect: options.inflation,
      fit: rows[0]?.basis === 'posted' ? 'self-consistent' : 'empirical',
    },
    shown.map((key) => Number(key) / 100),
  );
  const ageingSd = Math.sqrt(meanAgeingVariance(rows, options.ageing));
  const percentiles: Partial<Record<PercentileKey, PercentileEstimate>> = {};
  for (const [index, key] of shown.entries()) percentiles[key] = widen(intervals[index]!, ageingSd);
  return percentiles;
}

function statedMedian(rows: readonly PayObservation[]): number {
  const bounds = quantileBounds(
    rows.map((row) => (row.statedLow + row.statedHigh) / 2),
    rows.map((row) => (row.statedLow + row.statedHigh) / 2),
    rows.map(() => 1),
    0.5,
  );
  return bounds.low;
}

function medianBounds(rows: readonly PayObservation[]): { low: number; high: number } {
  return quantileBounds(
    rows.map((row) => row.low),
    rows.map((row) => row.high),
    rows.map(() => 1),
    0.5,
  );
}

function clusterTotals(rows: readonly PayObservation[]): Map<string, number> {
  const totals = new Map<string, number>();
  for (const row of rows) totals.set(row.cluster, (totals.get(row.cluster) ?? 0) + 1);
  return totals;
}

function meanAgeingVariance(rows: readonly PayObservation[], ageing: Ageing): number {
  let sum = 0;
  for (const row of rows) sum += ageing.varianceFrom(row.seenFrom, row.seenTo);
  return rows.length === 0 ? 0 : sum / rows.length;
}

const Z90 = 1.6448536269514722;

/** Adds the uncertainty of ageing to an interval, on the log scale. */
function widen({ value, low, high }: QuantileInterval, ageingSd: number): PercentileEstimate {
  if (low === null || high === null) return { value, low: null, high: null };
  const down = Math.hypot(Math.log(value / low), Z90 * ageingSd);
  const up = Math.hypot(Math.log(high / value), Z90 * ageingSd);
  return { value, low: value * Math.exp(-down), high: value * Math.exp(up) };
}

/** First and last day on which the rows were seen. */
export function periodOf(
  rows: readonly { readonly seenFrom: string; readonly seenTo: string }[],
): { from: string; to: string } | null {
  if (rows.length === 0) return null;
  let from = rows[0]!.seenFrom;
  let to = rows[0]!.seenTo;
  for (const row of rows) {
    if (row.seenFrom < from) from = row.seenFrom;
    if (row.seenTo > to) to = row.seenTo;
  }
  return { from, to };
}
