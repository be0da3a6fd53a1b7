import { DomainError } from '../core/errors.js';
import { intervalMixture } from './interval-mixture.js';
import type { ReplicateGroups } from './replicate-groups.js';
import { type RangeSample, type ReplicatedFit, replicateMixtureCdfs } from './replicate-mixture.js';
import { replicatedLognormal, replicatedSelfConsistent } from './replicated-lognormal.js';
import { statedIntervals } from './stated-intervals.js';

/**
 * How stated pay becomes a distribution.
 *
 * `step`: plain weighted ECDF of single amounts. `empirical`: the same with heaping intervals. `uniform`: each range's
 * mass spread evenly. `lognormal`: interval-censored maximum likelihood within the sharp bounds. `self-consistent`:
 * two steps of self-consistency from that lognormal.
 */
export type QuantileFit = 'step' | 'empirical' | 'uniform' | 'lognormal' | 'self-consistent';

/**
 * Fits stated pay and prepares the replicates of the fit.
 *
 * @throws {DomainError} NOT_AMOUNTS when `step` or `empirical` meets a range; otherwise as the distributions
 */
export function replicatedFit(sample: RangeSample, groups: ReplicateGroups, fit: QuantileFit): ReplicatedFit {
  if ((fit === 'step' || fit === 'empirical') && sample.lows.some((low, i) => low !== sample.highs[i])) {
    throw new DomainError('NOT_AMOUNTS', `The ${fit} fit takes single amounts, not ranges.`);
  }
  if (fit === 'lognormal') return replicatedLognormal(sample, groups);
  if (fit === 'self-consistent') return replicatedSelfConsistent(sample, groups);
  const { lows, highs } = fit === 'step' ? sample : statedIntervals(sample.lows, sample.highs);
  const ranges = { lows, highs, weights: sample.weights };
  return {
    distribution: intervalMixture(lows, highs, sample.weights),
    replicateCdfs: (x) => replicateMixtureCdfs(ranges, groups, x),
  };
}
