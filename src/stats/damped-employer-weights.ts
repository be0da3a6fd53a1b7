import { DomainError } from '../core/errors.js';

/**
 * Observation weights that damp employers with many observations: each weighs n_e^(-damping).
 *
 * An employer with n observations then weighs n^(1 - damping) in all: n at 0 (rows equal), sqrt(n) at 0.5,
 * 1 at 1 (employers equal).
 *
 * @param employers key of each observation's employer
 * @param damping   fraction in [0, 1]
 * @returns one weight per observation
 * @throws {DomainError} INVALID_DAMPING
 * @example dampedEmployerWeights(['a', 'a', 'a', 'a', 'b']) // [0.5, 0.5, 0.5, 0.5, 1]
 */
export function dampedEmployerWeights(employers: readonly (string | number)[], damping = 0.5): number[] {
  if (!(damping >= 0 && damping <= 1)) {
    throw new DomainError('INVALID_DAMPING', `The damping of employers must lie in [0, 1], not ${damping}.`);
  }
  const counts = new Map<string | number, number>();
  for (const employer of employers) counts.set(employer, (counts.get(employer) ?? 0) + 1);
  return employers.map((employer) => (counts.get(employer) ?? 1) ** -damping);
}
