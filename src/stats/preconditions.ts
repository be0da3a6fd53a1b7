/** Checks shared by the estimators: a violated one is a fault of the caller, never of the data's thinness. */
import { DomainError } from '../core/errors.js';

/** @throws {DomainError} INVALID_PROBABILITY unless 0 < p < 1 */
export function requireProbability(p: number): void {
  if (!(p > 0 && p < 1)) throw new DomainError('INVALID_PROBABILITY', `A probability must lie in (0, 1), not ${p}.`);
}

/** @throws {DomainError} INVALID_LEVEL unless 0 < level < 1 */
export function requireLevel(level: number): void {
  if (!(level > 0 && level < 1)) {
    throw new DomainError('INVALID_LEVEL', `A coverage level must lie in (0, 1), not ${level}.`);
  }
}

/** @throws {DomainError} LENGTH_MISMATCH unless all lists have one length */
export function requireSameLength(...lists: readonly { readonly length: number }[]): void {
  const first = lists[0]?.length;
  if (lists.some((list) => list.length !== first)) {
    throw new DomainError('LENGTH_MISMATCH', `Lists of one length were expected: ${lists.map((l) => l.length)}.`);
  }
}

/**
 * Total of the weights.
 *
 * @throws {DomainError} INVALID_WEIGHT when one is negative or not finite, or when none is positive
 */
export function requireWeights(weights: ArrayLike<number>): number {
  let total = 0;
  for (let i = 0; i < weights.length; i++) {
    const weight = weights[i]!;
    if (!(weight >= 0 && weight < Infinity)) {
      throw new DomainError('INVALID_WEIGHT', `A weight must be finite and not negative, not ${weight}.`);
    }
    total += weight;
  }
  if (!(total > 0)) throw new DomainError('INVALID_WEIGHT', 'At least one weight must be positive.');
  return total;
}
