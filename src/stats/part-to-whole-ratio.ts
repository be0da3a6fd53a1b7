import { DomainError } from '../core/errors.js';
import { normalQuantile } from './normal-quantile.js';
import { requireLevel } from './preconditions.js';

/** One component of a fixed mix, measured in a part and in the whole that holds the part. */
export interface PartAndWhole {
  /** Weight of the component in the mix, positive; the same in part and whole. */
  readonly weight: number;
  /** Mean in the part, positive. */
  readonly part: number;
  /** Mean in the whole, positive, same unit. */
  readonly whole: number;
  /** Relative standard error of the part's mean, fraction >= 0. */
  readonly partRse: number;
  /** Relative standard error of the whole's mean, fraction >= 0. */
  readonly wholeRse: number;
  /** Share of the whole's units that belong to the part, fraction in [0, 1]. */
  readonly partShare: number;
}

export interface PartToWholeRatio {
  readonly ratio: number;
  /** Standard error of the ratio's natural logarithm. */
  readonly logStandardError: number;
  /** The same of the part's mixed mean alone: what counts when parts are compared with each other. */
  readonly partLogStandardError: number;
  readonly low: number;
  readonly high: number;
}

/**
 * Ratio of the mean of a fixed mix in a part to that in the whole, with an interval by the delta method.
 *
 * Estimand: sum(w part) / sum(w whole), a fixed-weight index of levels, like a place's pay over the country's.
 * The whole's mean holds the part's sample, so the two move together: with independent samples of the part and the
 * rest, Cov(whole, part) = share x Var(part). That gives
 * Var(ln ratio) = sum a^2 u + b^2 v - 2 a b s u, with a and b the components' shares in the two mixed means, u and v
 * their squared relative errors, and s = share x part / whole, the part's share in the whole's total. An error of the
 * part that alone would exceed the whole's, u > v / s^2, is cut to it; the variance is then never negative.
 * Source: Wolter (2007), Introduction to Variance Estimation, 2nd ed., chapter 6 (Taylor series)
 * Reference: numerical gradient and the full covariance matrix in NumPy: test/reference
 * Assumes: components independent; shares of the mix and of the part known without error.
 *
 * @param cells at least one component
 * @param level coverage, fraction in (0, 1)
 * @throws {DomainError} NO_VALUES | INVALID_VALUE | INVALID_LEVEL
 * @example partToWholeRatio(
 *   [{ weight: 1, part: 120, whole: 100, partRse: 0.02, wholeRse: 0.01, partShare: 0.1 }], 0.9).low // 1.1607
 */
export function partToWholeRatio(cells: readonly PartAndWhole[], level: number): PartToWholeRatio {
  requireLevel(level);
  if (cells.length === 0) throw new DomainError('NO_VALUES', 'A ratio of mixed means needs at least one component.');
  cells.forEach(requireCell);
  const partTotal = cells.reduce((sum, cell) => sum + cell.weight * cell.part, 0);
  const wholeTotal = cells.reduce((sum, cell) => sum + cell.weight * cell.whole, 0);
  let variance = 0;
  let partVariance = 0;
  for (const cell of cells) {
    const a = (cell.weight * cell.part) / partTotal;
    const b = (cell.weight * cell.whole) / wholeTotal;
    const s = Math.min(1, (cell.partShare * cell.part) / cell.whole);
    const partError = s * cell.partRse > cell.wholeRse ? cell.wholeRse / s : cell.partRse;
    variance += (a * a - 2 * a * b * s) * partError ** 2 + (b * cell.wholeRse) ** 2;
    partVariance += (a * cell.partRse) ** 2;
  }
  const ratio = partTotal / wholeTotal;
  const logStandardError = Math.sqrt(Math.max(0, variance));
  const half = normalQuantile((1 + level) / 2) * logStandardError;
  return {
    ratio,
    logStandardError,
    partLogStandardError: Math.sqrt(partVariance),
    low: ratio * Math.exp(-half),
    high: ratio * Math.exp(half),
  };
}

function requireCell({ weight, part, whole, partRse, wholeRse, partShare }: PartAndWhole): void {
  const positive = [weight, part, whole].every((value) => value > 0 && value < Infinity);
  const errors = [partRse, wholeRse].every((value) => value >= 0 && value < Infinity);
  if (!(positive && errors && partShare >= 0 && partShare <= 1)) {
    throw new DomainError(
      'INVALID_VALUE',
      'Weights and means must be positive, errors at least 0, the share within 0 and 1.',
    );
  }
}
