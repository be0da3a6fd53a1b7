import { DomainError } from '../core/errors.js';
import type { PayDistribution } from './pay-distribution.js';
import { requireProbability } from './preconditions.js';

export interface TopCodedQuantile {
  /** The quantile, or the top code when no more than that can be said. */
  readonly value: number;
  /** `at-least`: the quantile lies at or above `value`. */
  readonly bound: 'exact' | 'at-least';
}

/**
 * Quantile of pay that is only known to be "at least T" from a top code T on.
 *
 * Where F(T) >= p the quantile of the fitted distribution, which is then at or below T; otherwise "at least T". A shape
 * fitted to censored pay has quantiles beyond T, but they are the shape's guess and are never given.
 * Source: Manski (2003), Partial Identification of
 * Probability Distributions, chapter 1
 * Reference: R survival::survreg for F, test/reference
 *
 * @param distribution fitted to the pay with its top-coded values as [T, Infinity), as by `intervalCensoredLognormal` or
 *   `uniformRangeDistribution`
 * @param p            fraction in (0, 1)
 * @param topCode      T, positive, unit of the pay; Infinity when nothing is top-coded
 * @throws {DomainError} INVALID_PROBABILITY | INVALID_VALUE
 * @example topCodedQuantile(uniformRangeDistribution([100_000, 200_000], [120_000, Infinity], [1, 1]), 0.9, 200_000)
 *   // { value: 200000, bound: 'at-least' }
 */
export function topCodedQuantile(distribution: PayDistribution, p: number, topCode: number): TopCodedQuantile {
  requireProbability(p);
  if (!(topCode > 0)) throw new DomainError('INVALID_VALUE', `A top code must be positive, not ${topCode}.`);
  if (topCode < Infinity && distribution.cdf(topCode) < p) return { value: topCode, bound: 'at-least' };
  return { value: Math.min(distribution.quantile(p), topCode), bound: 'exact' };
}
