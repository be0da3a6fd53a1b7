import { DomainError } from '../core/errors.js';
import { jackknifeVariance } from './jackknife-variance.js';
import { effectiveEmployers, kishEffectiveSize } from './kish-effective-size.js';
import { kornGraubardInterval } from './korn-graubard-interval.js';
import { requireLevel, requireProbability, requireSameLength } from './preconditions.js';
import { replicateGroups } from './replicate-groups.js';
import type { ReplicatedFit } from './replicate-mixture.js';
import { type QuantileFit, replicatedFit } from './replicated-fit.js';

export interface GroupedSample {
  /** Lower ends, annual pay; equal to `highs` where one amount is stated. */
  readonly lows: readonly number[];
  /** Upper ends, >= lows; Infinity when only a lower end is stated. */
  readonly highs: readonly number[];
  /** Not negative, at least one positive. */
  readonly weights: readonly number[];
  /** Key of each observation's employer, or of its cluster where the source names none. */
  readonly groups: readonly (string | number)[];
  readonly fit: QuantileFit;
  /** Coverage, fraction in (0, 1). */
  readonly level: number;
  /** Factor on the variance, >= 1, where the groups are only a stand-in for employers; 1 by default. */
  readonly designEffect?: number | undefined;
}

export interface QuantileInterval {
  readonly p: number;
  readonly value: number;
  /** null when all weight is with one group, whose spread says nothing about others. */
  readonly low: number | null;
  readonly high: number | null;
  /** Observations of positive weight. */
  readonly n: number;
  /** Kish's effective size of the observations' weights. */
  readonly effectiveN: number;
  /** Kish's effective size of the groups' weight totals. */
  readonly effectiveEmployers: number;
  /** Occupied replicate groups less one. */
  readonly df: number;
  /** Size of the simple random sample as informative about this quantile (n*), 0 when df is 0. */
  readonly informativeN: number;
}

/** Half the finest heaping unit: no stated pay is known more exactly. */
const FINEST_HALF_WIDTH = 250;
const FINEST_HALF_WIDTH_FRACTION = 0.005;

/**
 * Quantiles of pay with intervals that respect the clustering of pay within employers.
 *
 * Variance of F at the quantile by delete-a-group jackknife over employers, Korn-Graubard beta limits for p, and
 * Woodruff's inversion of F at these limits. Where many equal amounts make a limit fall on the value itself, the
 * limit is moved out by half the finest heaping unit (250, at most 0.5% of the value): low < value < high always.
 * The value is Infinity where the data are right-censored below p: report "at least" the largest finite end.
 * Source: Woodruff (1952), doi:10.1080/01621459.1952.10483443; Korn and Graubard (1998), Survey Methodology 24(2);
 * Kott (2001), Journal of Official Statistics 17(4)
 * Reference: R survey::svymean on as.svrepdesign(type = "JK1"), qbeta, svyquantile(qrule = "math"): test/reference
 * Assumes: employers are drawn independently. Measured coverage of the nominal 90% (test/calibration/results.json):
 * .88 to .95 from 10 effective employers, .75 to .91 where large employers also pay more. Below 5 effective employers
 * it is short of nominal: consult `publicationLadder` first.
 *
 * @param sample observations, their employers, and how they are turned into a distribution
 * @param ps     fractions in (0, 1)
 * @returns one interval per p, in order; the fit and its replicates are shared
 * @throws {DomainError} INVALID_PROBABILITY | INVALID_LEVEL | INVALID_DESIGN_EFFECT | INVALID_WEIGHT |
 *   INVALID_RANGE | NOT_AMOUNTS | TOO_FEW_OBSERVATIONS | LENGTH_MISMATCH
 * @example groupedQuantileIntervals({ lows: [90_000, 100_000, 120_000], highs: [90_000, 100_000, 120_000],
 *   weights: [1, 1, 1], groups: ['a', 'b', 'c'], fit: 'empirical', level: 0.9 }, [0.5])[0].value // 100000
 */
export function groupedQuantileIntervals(sample: GroupedSample, ps: readonly number[]): QuantileInterval[] {
  const { lows, highs, weights, groups, level, designEffect = 1 } = sample;
  requireLevel(level);
  ps.forEach(requireProbability);
  requireSameLength(lows, highs, weights, groups);
  if (!(designEffect >= 1 && designEffect < Infinity)) {
    throw new DomainError('INVALID_DESIGN_EFFECT', `A design effect must be at least 1, not ${designEffect}.`);
  }
  const size = {
    n: weights.filter((weight) => weight > 0).length,
    effectiveN: kishEffectiveSize(weights),
    effectiveEmployers: effectiveEmployers(weights, groups),
  };
  const replicates = replicateGroups(weights, groups);
  const fitted = replicatedFit(sample, replicates, sample.fit);
  const df = replicates.count - 1;
  return ps.map((p) => ({ p, ...size, df, ...woodruffInterval(fitted, { p, n: size.n, df, level, designEffect }) }));
}

/**
 * One quantile of pay with its interval; see `groupedQuantileIntervals`.
 *
 * @param sample observations with the fraction `p`, in (0, 1)
 * @throws {DomainError} as `groupedQuantileIntervals`
 * @example groupedQuantileInterval({ lows: [90_000, 120_000], highs: [90_000, 120_000], weights: [1, 1],
 *   groups: ['a', 'b'], fit: 'empirical', level: 0.9, p: 0.5 }).df // 1
 */
export function groupedQuantileInterval(sample: GroupedSample & { readonly p: number }): QuantileInterval {
  return groupedQuantileIntervals(sample, [sample.p])[0]!;
}

interface WoodruffOptions {
  readonly p: number;
  readonly n: number;
  readonly df: number;
  readonly level: number;
  readonly designEffect: number;
}

function woodruffInterval(
  { distribution, replicateCdfs }: ReplicatedFit,
  { p, n, df, level, designEffect }: WoodruffOptions,
): Pick<QuantileInterval, 'value' | 'low' | 'high' | 'informativeN'> {
  const value = distribution.quantile(p);
  if (df === 0) return { value, low: null, high: null, informativeN: 0 };
  const variance = designEffect * jackknifeVariance(distribution.cdf(value), replicateCdfs(value));
  const limits = kornGraubardInterval({ p, variance, n: n / designEffect, df, level });
  const half = Math.min(FINEST_HALF_WIDTH, FINEST_HALF_WIDTH_FRACTION * Math.abs(value));
  return {
    value,
    low: Math.min(distribution.quantile(limits.low), value - half),
    high: Math.max(distribution.quantile(limits.high), value + half),
    informativeN: limits.effectiveN,
  };
}
