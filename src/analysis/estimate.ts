/** Pay percentiles of one source within one scope, by the publication ladder of METHODS 2. */
import type { Basis } from '../core/basis.js';
import type { PercentileEstimate, PercentileKey } from '../core/finding.js';
import { PERCENTILES, type Percentiles } from '../core/percentiles.js';
import {
  empiricalDistribution,
  groupedQuantileIntervals,
  heapingInterval,
  kishEffectiveSize,
  publicationLadder,
  type QuantileInterval,
  quantileBounds,
  uniformRangeDistribution,
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

export { PERCENTILES, type Percentiles };

/**
 * What is drawn independently: an employer; where none is named, one advertised range of one year; in own records of
 * one employer, a person.
 */
export type SamplingUnit = 'employer' | 'range' | 'person';

/** The rows of one source within one scope, counted, before anything is estimated. */
export interface SourceCell {
  readonly source: string;
  readonly basis: Basis;
  readonly rows: readonly PayObservation[];
  /** Distinct observations. */
  readonly n: number;
  /** Ranges of the source before repeats were removed. */
  readonly stated: number;
  readonly employers: number | null;
  /** Effective sampling units: Kish's size of the clusters, over the design effect. */
  /** Effective sampling units: Kish's size of the clusters, over the design effect. */
  readonly effectiveEmployers: number;
  readonly unit: SamplingUnit;
  /** What each row varies together with, in the order of the rows. */
  readonly clusters: readonly string[];
  /** Largest share of one cluster in n, fraction. */
  readonly dominantShare: number;
  readonly period: { readonly from: string; readonly to: string } | null;
  /** `none`: too few for any quantile. */
  readonly support: 'direct' | 'modelled' | 'none';
  /** Percentiles that may be shown. */
  readonly shown: readonly PercentileKey[];
  /** Factor on the variance: the design effect where employers are not named, else 1. */
  readonly inflation: number;
}

export interface SourceEstimate extends SourceCell {
  /** At the as-of date, whole currency units a year. */
  readonly percentiles: Percentiles;
  /** The median as stated, before ageing, by the same estimator. */
  readonly statedMedian: number | null;
  /** Sharp bounds of the median when every job paid the low, or the high, end of its range. */
  readonly bounds: { readonly low: number; readonly high: number } | null;
}

/**
 * Counts a cell and places it on the publication ladder; an empty or thin cell is a result, not an error.
 *
 * @param designEffect factor on the variance of sources that name no employers (see models/design-effect)
 */
export function describeCell(rows: readonly PayObservation[], source: string, designEffect: number): SourceCell {
  const unit = samplingUnit(rows);
  const clusters = clustersOf(rows, unit);
  const totals = clusterTotals(clusters);
  const employers = new Set(rows.map((row) => row.employer));
  const inflation = unit === 'range' ? designEffect : 1;
  const n = rows.length;
  const effectiveEmployers = n === 0 ? 0 : kishEffectiveSize([...totals.values()]) / inflation;
  const ladder = publicationLadder({ effectiveEmployers, effectiveN: n / inflation, n });
  const steps = {
    '10': ladder.tails,
    '25': ladder.quartiles,
    '50': 'direct',
    '75': ladder.quartiles,
    '90': ladder.tails,
  };
  return {
    source,
    basis: rows[0]?.basis ?? 'posted',
    rows,
    n,
    stated: rows.reduce((sum, row) => sum + row.repeats, 0),
    employers: n === 0 || employers.has(null) ? null : employers.size,
    effectiveEmployers,
    unit,
    clusters,
    dominantShare: n === 0 ? 0 : largestOf(totals.values()) / n,
    period: periodOf(rows),
    support: ladder.median,
    shown: ladder.median === 'none' ? [] : PERCENTILES.filter((key) => steps[key] === 'direct'),
    inflation,
  };
}

/** Estimates what the ladder allows for a cell. */
export function estimateCell(cell: SourceCell, ageing: Ageing): SourceEstimate {
  if (cell.support === 'none') return { ...cell, percentiles: {}, statedMedian: null, bounds: null };
  const { rows, basis } = cell;
  return {
    ...cell,
    percentiles: estimatePercentiles(cell, ageing),
    statedMedian: statedMedian(rows),
    bounds: basis === 'posted' ? medianBounds(rows) : null,
  };
}

function estimatePercentiles(cell: SourceCell, ageing: Ageing): Percentiles {
  const { rows } = cell;
  const intervals = groupedQuantileIntervals(
    {
      ...agedIntervals(rows),
      weights: rows.map(() => 1),
      groups: cell.clusters,
      level: cell.support === 'direct' ? INTERVAL_LEVEL : FEW_EMPLOYERS_LEVEL,
      designEffect: cell.inflation,
      fit: 'uniform',
    },
    cell.shown.map((key) => Number(key) / 100),
  );
  const ageingSd = Math.sqrt(meanAgeingVariance(rows, ageing));
  const percentiles: Partial<Record<PercentileKey, PercentileEstimate>> = {};
  for (const [index, key] of cell.shown.entries()) percentiles[key] = widen(intervals[index]!, ageingSd);
  return percentiles;
}

/** A single amount stands for its heaping interval, as stated; then both ends are carried to the as-of date. */
function agedIntervals(rows: readonly PayObservation[]): { lows: number[]; highs: number[] } {
  const lows: number[] = [];
  const highs: number[] = [];
  for (const row of rows) {
    const [from, to] =
      row.statedLow === row.statedHigh ? heapingInterval(row.statedLow) : [row.statedLow, row.statedHigh];
    const factor = row.low / row.statedLow;
    lows.push(from * factor);
    highs.push(to * factor);
  }
  return { lows, highs };
}

function statedMedian(rows: readonly PayObservation[]): number {
  const lows = rows.map((row) => row.statedLow);
  const weights = rows.map(() => 1);
  const mayBeRanges = rows[0]?.basis === 'posted' || rows[0]?.basis === 'paid';
  const distribution = mayBeRanges
    ? uniformRangeDistribution(
        lows,
        rows.map((row) => row.statedHigh),
        weights,
      )
    : empiricalDistribution(lows, weights);
  return distribution.quantile(0.5);
}

function medianBounds(rows: readonly PayObservation[]): { low: number; high: number } {
  return quantileBounds(
    rows.map((row) => row.low),
    rows.map((row) => row.high),
    rows.map(() => 1),
    0.5,
  );
}

/**
 * Own records of what people are paid come from one employer as a rule, or name none: they then describe these people,
 * drawn one by one, and not a market. Where they name several, the employer is the unit as everywhere.
 */
function samplingUnit(rows: readonly PayObservation[]): SamplingUnit {
  const employers = new Set(rows.map((row) => row.employer));
  const isNamed = rows.length > 0 && !employers.has(null);
  employers.delete(null);
  if (rows[0]?.basis === 'paid' && employers.size <= 1) return 'person';
  return isNamed ? 'employer' : 'range';
}

function clustersOf(rows: readonly PayObservation[], unit: SamplingUnit): string[] {
  // Two people with the same pay are two people, not one range seen twice.
  const isPerson = (row: PayObservation): boolean =>
    unit === 'person' || (row.basis === 'paid' && row.employer === null);
  return rows.map((row, index) => (isPerson(row) ? `person ${index}` : row.cluster));
}

function clusterTotals(clusters: readonly string[]): Map<string, number> {
  const totals = new Map<string, number>();
  for (const cluster of clusters) totals.set(cluster, (totals.get(cluster) ?? 0) + 1);
  return totals;
}

function largestOf(counts: Iterable<number>): number {
  let largest = 0;
  for (const count of counts) if (count > largest) largest = count;
  return largest;
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
