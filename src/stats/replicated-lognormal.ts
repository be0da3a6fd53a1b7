import { boundedDistribution } from './bounded-distribution.js';
import { type CensoredNormalFit, censoredNormalFit } from './censored-normal-fit.js';
import { intervalCensoredLognormal, lognormal } from './interval-censored-lognormal.js';
import type { ReplicateGroups } from './replicate-groups.js';
import { type RangeSample, type ReplicatedFit, replicateMixtureCdfs } from './replicate-mixture.js';
import { cellEnds, evenStart, onScaleOf, selfConsistentMasses } from './self-consistent-distribution.js';
import { statedIntervals } from './stated-intervals.js';

/** Replicates feed a variance only: an error of 1e-7 of a standard deviation is invisible there. */
const REPLICATE_TOLERANCE = 1e-7;

/** Interval-censored lognormal within the sharp bounds, refitted without each group. */
export function replicatedLognormal(sample: RangeSample, groups: ReplicateGroups): ReplicatedFit {
  const stated = { ...statedIntervals(sample.lows, sample.highs), weights: sample.weights };
  const distinct = distinctRanges(stated, groups);
  const full = fitDistinct(distinct);
  const replicates = replicateFits(distinct, groups, full).map(lognormal);
  const lowest = { ...stated, highs: stated.lows };
  const highest = { ...stated, lows: stated.highs };
  return {
    distribution: boundedDistribution(full, stated.lows, stated.highs, stated.weights),
    replicateCdfs: (x) => {
      const most = replicateMixtureCdfs(lowest, groups, x);
      const least = replicateMixtureCdfs(highest, groups, x);
      return least.map((floor, r) => Math.min(Math.max(replicates[r]!.cdf(x), floor), most[r]!));
    },
  };
}

/** Self-consistent distribution, with lognormal start and iteration repeated without each group. */
export function replicatedSelfConsistent(sample: RangeSample, groups: ReplicateGroups): ReplicatedFit {
  const stated = { ...statedIntervals(sample.lows, sample.highs), weights: sample.weights };
  const distinct = distinctRanges(stated, groups);
  const full = fitDistinct(distinct);
  const ranges = { from: Float64Array.from(distinct.lows, full.cdf), to: Float64Array.from(distinct.highs, full.cdf) };
  const ends = cellEnds(full);
  const replicates = replicateFits(distinct, groups, full).map((fit, left) =>
    onScaleOf(full, selfConsistentMasses(ranges, distinct.weightsWithout(left), ends.map(lognormal(fit).cdf))),
  );
  return {
    distribution: onScaleOf(full, selfConsistentMasses(ranges, distinct.weights, evenStart())),
    replicateCdfs: (x) => Float64Array.from(replicates, (replicate) => replicate.cdf(x)),
  };
}

/** Equal ranges counted once. */
interface DistinctRanges {
  readonly lows: readonly number[];
  readonly highs: readonly number[];
  readonly weights: Float64Array;
  /** Weights without one replicate group; those of all groups where nothing else remains. */
  weightsWithout(group: number): Float64Array;
}

function distinctRanges({ lows, highs, weights }: RangeSample, groups: ReplicateGroups): DistinctRanges {
  const indexByKey = new Map<string, number>();
  const kept: { low: number; high: number }[] = [];
  const rangeOf = lows.map((low, i) => {
    const key = `${low}|${highs[i]}`;
    const known = indexByKey.get(key);
    if (known !== undefined) return known;
    indexByKey.set(key, kept.length);
    return kept.push({ low, high: highs[i]! }) - 1;
  });
  const sum = (leftOut: number): Float64Array => {
    const sums = new Float64Array(kept.length);
    for (let i = 0; i < rangeOf.length; i++) {
      if (groups.groupOf[i] !== leftOut) sums[rangeOf[i]!] = sums[rangeOf[i]!]! + weights[i]!;
    }
    return sums;
  };
  const all = sum(-1);
  return {
    lows: kept.map(({ low }) => low),
    highs: kept.map(({ high }) => high),
    weights: all,
    weightsWithout: (group) => {
      const rest = sum(group);
      return rest.some((weight) => weight > 0) ? rest : all;
    },
  };
}

function fitDistinct({ lows, highs, weights }: DistinctRanges): ReturnType<typeof intervalCensoredLognormal> {
  return intervalCensoredLognormal(lows, highs, Array.from(weights));
}

/** Refits without each group in turn, starting at the full fit. */
function replicateFits(
  { lows, highs, weightsWithout }: DistinctRanges,
  groups: ReplicateGroups,
  full: CensoredNormalFit,
): readonly CensoredNormalFit[] {
  const logs = { lows: Float64Array.from(lows, Math.log), highs: Float64Array.from(highs, Math.log) };
  return Array.from({ length: groups.count }, (_, left) => {
    const weights = weightsWithout(left);
    return censoredNormalFit({ ...logs, weights }, full, REPLICATE_TOLERANCE);
  });
}
