import { DomainError } from '../core/errors.js';
import { betaQuantile } from './beta-quantile.js';
import { normalQuantile } from './normal-quantile.js';
import { requireLevel, requireProbability } from './preconditions.js';
import { tQuantile } from './t-quantile.js';

export interface KornGraubardOptions {
  /** Proportion, fraction in (0, 1). */
  readonly p: number;
  /** Variance of its estimate under the design, not negative. */
  readonly variance: number;
  /** Observations behind it, positive. */
  readonly n: number;
  /** Degrees of freedom of the variance, positive. */
  readonly df: number;
  /** Coverage, fraction in (0, 1). */
  readonly level: number;
}

export interface KornGraubardInterval {
  readonly low: number;
  readonly high: number;
  /** Size of the simple random sample that would be as informative, at most n. */
  readonly effectiveN: number;
}

/**
 * Korn-Graubard interval for a proportion from a complex sample: Clopper-Pearson at the effective sample size
 * n* = min(n, p (1 - p) / V) * (z / t_df)^2.
 *
 * Source: Korn and Graubard (1998), Survey Methodology 24(2), 193-201
 * Reference: R survey::svyciprop(method = "beta"), which takes t_(n-1) for z and does not hold n* to n
 *
 * @returns limits as fractions in (0, 1), low < p < high
 * @throws {DomainError} INVALID_PROBABILITY | INVALID_LEVEL | INVALID_COUNT
 * @example kornGraubardInterval({ p: 0.5, variance: 0.01, n: 100, df: 20, level: 0.9 })
 *   // { low: 0.3144, high: 0.6856, effectiveN: 22.738 }
 */
export function kornGraubardInterval({ p, variance, n, df, level }: KornGraubardOptions): KornGraubardInterval {
  requireProbability(p);
  requireLevel(level);
  if (!(n > 0 && df > 0 && variance >= 0)) {
    throw new DomainError('INVALID_COUNT', `n, df and variance must be positive, not ${n}, ${df} and ${variance}.`);
  }
  const tail = (1 - level) / 2;
  const ratio = normalQuantile(tail) / tQuantile(tail, df);
  const effectiveN = Math.min(n, variance > 0 ? (p * (1 - p)) / variance : n) * ratio * ratio;
  const x = effectiveN * p;
  return {
    low: betaQuantile(tail, x, effectiveN - x + 1),
    high: betaQuantile(1 - tail, x + 1, effectiveN - x),
    effectiveN,
  };
}
