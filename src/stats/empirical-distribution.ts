import { heapingInterval } from './heaping-width.js';
import { intervalMixture } from './interval-mixture.js';
import type { PayDistribution } from './pay-distribution.js';

export interface EmpiricalOptions {
  /** Spread each amount over its heaping interval (the default), or leave the steps of the plain ECDF. */
  readonly heaping?: boolean | undefined;
}

/**
 * Weighted empirical distribution of stated amounts, each spread evenly over its heaping interval.
 *
 * Estimand: the distribution of the stated amounts' underlying values. Without heaping, or for amounts that are not
 * heaped, the steps of the weighted ECDF; then quantiles agree with `weightedQuantile`.
 * Assumes: values are even within a heaping interval.
 *
 * @param values  annual pay, finite
 * @param weights not negative, at least one positive
 * @throws {DomainError} INVALID_WEIGHT | LENGTH_MISMATCH
 * @example empiricalDistribution([150_000], [1]).quantile(0.9) // 152000
 */
export function empiricalDistribution(
  values: readonly number[],
  weights: readonly number[],
  { heaping = true }: EmpiricalOptions = {},
): PayDistribution {
  if (!heaping) return intervalMixture(values, values, weights);
  const ends = values.map(heapingInterval);
  return intervalMixture(
    ends.map(([low]) => low),
    ends.map(([, high]) => high),
    weights,
  );
}
