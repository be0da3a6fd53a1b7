import { intervalMixture } from './interval-mixture.js';
import type { PayDistribution } from './pay-distribution.js';

/**
 * A fitted distribution held within the sharp bounds that the ranges themselves set.
 *
 * F is clipped to [F_highs(x), F_lows(x)], quantiles to [Q_low(p), Q_high(p)]; no distribution consistent with the
 * ranges lies outside (see `quantileBounds`).
 *
 * @param fitted  distribution fitted to the ranges
 * @param lows    lower ends
 * @param highs   upper ends, >= lows; may be Infinity
 * @param weights not negative, at least one positive
 * @throws {DomainError} INVALID_WEIGHT | LENGTH_MISMATCH
 * @example boundedDistribution(uniformRangeDistribution([300], [400], [1]), [90, 100], [120, 130], [1, 1]).quantile(0.5)
 *   // 120
 */
export function boundedDistribution(
  fitted: PayDistribution,
  lows: readonly number[],
  highs: readonly number[],
  weights: readonly number[],
): PayDistribution {
  const lowest = intervalMixture(lows, lows, weights);
  const highest = intervalMixture(highs, highs, weights);
  return {
    cdf: (x) => Math.min(Math.max(fitted.cdf(x), highest.cdf(x)), lowest.cdf(x)),
    quantile: (p) => Math.min(Math.max(fitted.quantile(p), lowest.quantile(p)), highest.quantile(p)),
  };
}
