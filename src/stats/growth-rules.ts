/** Simple rules for next year's level that any forecast has to beat. Levels are positive, growths are annual logs. */
import { DomainError } from '../core/errors.js';

/**
 * Next year's level is this year's.
 *
 * @example lastValueRule(100) // 100
 */
export function lastValueRule(last: number): number {
  return last;
}

/**
 * This year's level grows as all jobs together last did.
 *
 * @param last          this year's level
 * @param overallGrowth latest annual log growth of the all-occupation figure
 * @example overallGrowthRule(100, 0.04) // 104.08
 */
export function overallGrowthRule(last: number, overallGrowth: number): number {
  return last * Math.exp(overallGrowth);
}

/**
 * This year's level grows by the mean of the occupations' latest growths.
 *
 * @param last    this year's level
 * @param growths latest annual log growth of each detailed occupation, at least one
 * @throws {DomainError} NO_VALUES
 * @example meanGrowthRule(100, [0.02, 0.04]) // 103.05
 */
export function meanGrowthRule(last: number, growths: readonly number[]): number {
  if (growths.length === 0) throw new DomainError('NO_VALUES', 'The mean growth needs at least one occupation.');
  return last * Math.exp(growths.reduce((sum, growth) => sum + growth, 0) / growths.length);
}
