import { weightedQuantile } from './weighted-quantile.js';

export interface QuantileBounds {
  readonly low: number;
  /** Infinity when the upper end is censored before p is reached. */
  readonly high: number;
}

/**
 * Sharp bounds on a quantile of values known only to lie in ranges: [Q_low(p), Q_high(p)].
 *
 * Q_low is the quantile of the lower ends and Q_high that of the upper ends; without further assumptions nothing
 * tighter can be said (Manski 2003, Partial Identification of Probability Distributions, chapter 1).
 *
 * @param lows    lower ends, any unit
 * @param highs   upper ends, >= lows; may be Infinity
 * @param weights not negative, at least one positive
 * @param p       fraction in (0, 1)
 * @throws {DomainError} INVALID_PROBABILITY | INVALID_WEIGHT | LENGTH_MISMATCH
 * @example quantileBounds([90, 100, 110], [120, 150, 130], [1, 1, 1], 0.5) // { low: 100, high: 130 }
 */
export function quantileBounds(
  lows: readonly number[],
  highs: readonly number[],
  weights: readonly number[],
  p: number,
): QuantileBounds {
  return { low: weightedQuantile(lows, weights, p), high: weightedQuantile(highs, weights, p) };
}
