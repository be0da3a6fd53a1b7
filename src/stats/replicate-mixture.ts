import { uniformShareBelow } from './interval-mixture.js';
import type { PayDistribution } from './pay-distribution.js';
import type { ReplicateGroups } from './replicate-groups.js';

/** A distribution together with its jackknife replicates. */
export interface ReplicatedFit {
  readonly distribution: PayDistribution;
  /** F(x) of each replicate, group r left out. */
  replicateCdfs(x: number): Float64Array;
}

export interface RangeSample {
  readonly lows: readonly number[];
  readonly highs: readonly number[];
  readonly weights: readonly number[];
}

/** F(x) of the mixture of uniforms without group r, for each r, in one pass over the observations. */
export function replicateMixtureCdfs(
  { lows, highs, weights }: RangeSample,
  groups: ReplicateGroups,
  x: number,
): Float64Array {
  const below = new Float64Array(groups.count);
  const totals = new Float64Array(groups.count);
  let allBelow = 0;
  let total = 0;
  for (let i = 0; i < lows.length; i++) {
    const weight = weights[i]!;
    const group = groups.groupOf[i]!;
    const mass = weight * uniformShareBelow(lows[i]!, highs[i]!, x);
    below[group] = below[group]! + mass;
    totals[group] = totals[group]! + weight;
    allBelow += mass;
    total += weight;
  }
  return below.map((mass, group) => (allBelow - mass) / (total - totals[group]!));
}
