import { DomainError } from '../core/errors.js';

/**
 * Unbiased Herfindahl-Hirschman index of concentration from counts, sum n_e (n_e - 1) / (n (n - 1)).
 *
 * Estimand: the probability that two postings drawn from the population come from one employer. The plain index of
 * sample shares is too high by about 1/n.
 * Source: Simpson (1949), doi:10.1038/163688a0
 *
 * @param counts observations of each employer, integers >= 0, at least two in all
 * @returns fraction in [0, 1]; times 10,000 for the antitrust scale
 * @throws {DomainError} INVALID_COUNT
 * @example unbiasedHerfindahl([2, 1, 1]) // 0.1667
 */
export function unbiasedHerfindahl(counts: readonly number[]): number {
  if (counts.some((count) => !(Number.isInteger(count) && count >= 0))) {
    throw new DomainError('INVALID_COUNT', 'Counts must be whole and not negative.');
  }
  const n = counts.reduce((sum, count) => sum + count, 0);
  if (n < 2) throw new DomainError('INVALID_COUNT', 'Concentration needs at least two observations.');
  return counts.reduce((sum, count) => sum + count * (count - 1), 0) / (n * (n - 1));
}
