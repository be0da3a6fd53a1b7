import { DomainError } from '../core/errors.js';
import { requireProbability, requireSameLength, requireWeights } from './preconditions.js';

/** Slack, as a fraction of the total weight, that keeps sums of weights from missing p by rounding. */
const ROUNDING = 1e-12;

/**
 * Weighted quantile: the smallest observed x with F(x) >= p, F the weighted empirical distribution function.
 *
 * With equal weights this is R's quantile type 1. No interpolation: the result is always an observed value.
 * Reference: R survey::svyquantile(qrule = "math")
 *
 * @param values  finite numbers, any unit, any order
 * @param weights not negative, at least one positive
 * @param p       fraction in (0, 1)
 * @returns a value of positive weight, in the unit of `values`
 * @throws {DomainError} INVALID_PROBABILITY | INVALID_WEIGHT | INVALID_VALUE | LENGTH_MISMATCH
 * @example weightedQuantile([10, 20, 30], [1, 1, 2], 0.5) // 20
 */
export function weightedQuantile(values: readonly number[], weights: readonly number[], p: number): number {
  requireProbability(p);
  requireSameLength(values, weights);
  const target = requireWeights(weights) * (p - ROUNDING);
  const order = values.map((_, index) => index).sort((a, b) => values[a]! - values[b]!);
  let reached = 0;
  let last = Number.NaN;
  for (const index of order) {
    if (Number.isNaN(values[index]!)) throw new DomainError('INVALID_VALUE', 'A value must be a number.');
    if (weights[index] === 0) continue;
    last = values[index]!;
    reached += weights[index]!;
    if (reached >= target) return last;
  }
  return last;
}
