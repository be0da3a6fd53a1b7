import { DomainError } from '../core/errors.js';

/**
 * Percentile rank of a value among others, ties counted half (mid-rank).
 *
 * Reference: scipy.stats.percentileofscore(kind = "mean")
 *
 * @param values the others, at least one, any unit
 * @param x      the value, same unit; need not be among `values`
 * @returns 0 to 100
 * @throws {DomainError} NO_VALUES
 * @example percentileRank([10, 20, 20, 40], 20) // 50
 */
export function percentileRank(values: readonly number[], x: number): number {
  if (values.length === 0) throw new DomainError('NO_VALUES', 'A percentile rank needs values to rank among.');
  let below = 0;
  let equal = 0;
  for (const value of values) {
    if (value < x) below += 1;
    else if (value === x) equal += 1;
  }
  return (100 * (below + equal / 2)) / values.length;
}
