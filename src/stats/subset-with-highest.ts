import { DomainError } from '../core/errors.js';
import { normalQuantile } from './normal-quantile.js';
import { requireLevel } from './preconditions.js';

/**
 * Which of several estimated values may be the highest: subset selection.
 *
 * Estimand: a set that holds the population with the truly highest value with at least the coverage asked for. A value
 * is left out when some other exceeds it by more than z sqrt(se_i^2 + se_j^2), z at 1 - (1 - level) / (k - 1), one
 * sided: the true highest is compared with k - 1 others, and Bonferroni's bound covers them all. Said instead of a
 * rank, which estimates this close do not have.
 * Source: Gupta (1965), "On some multiple decision (selection and ranking) rules", Technometrics 7(2), 225-245
 * Reference: the same pairwise limits in NumPy: test/reference
 * Assumes: independent estimates, normal errors of known size.
 *
 * @param values         estimates, at least one
 * @param standardErrors of the same length, >= 0
 * @param level          coverage, fraction in (0, 1)
 * @returns for each value whether it may be the highest; the highest estimate always may
 * @throws {DomainError} NO_VALUES | LENGTH_MISMATCH | INVALID_VALUE | INVALID_LEVEL
 * @example subsetWithHighest([0.1, 0.09, 0.02], [0.01, 0.01, 0.01], 0.9) // [true, true, false]
 */
export function subsetWithHighest(
  values: readonly number[],
  standardErrors: readonly number[],
  level: number,
): readonly boolean[] {
  requireLevel(level);
  if (values.length === 0) throw new DomainError('NO_VALUES', 'A highest value needs at least one value.');
  if (values.length !== standardErrors.length) {
    throw new DomainError('LENGTH_MISMATCH', 'Each value needs its standard error.');
  }
  if (!values.every(Number.isFinite) || !standardErrors.every((error) => error >= 0 && error < Infinity)) {
    throw new DomainError('INVALID_VALUE', 'Values must be finite and standard errors at least 0.');
  }
  if (values.length === 1) return [true];
  const z = normalQuantile(1 - (1 - level) / (values.length - 1));
  return values.map((value, j) =>
    values.every((other, i) => other - value <= Math.max(0, z) * Math.hypot(standardErrors[i]!, standardErrors[j]!)),
  );
}
