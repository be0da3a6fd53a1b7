import { DomainError } from '../core/errors.js';
import { type BoundedEstimate, differenceInterval, requireBounded } from './difference-interval.js';

/**
 * Interval of the ratio of two independent positive estimates from the interval of each.
 *
 * Estimand: the first parameter over the second, such as one median over another. The interval of the difference of
 * their logarithms (MOVER), taken back: it holds the inverse ratio's limits inverted, and cannot fall to zero.
 * Source: Zou and Donner (2008), doi:10.1002/sim.3095, section 2, on the log scale
 * Reference: SciPy: test/reference
 * Assumes: as `differenceInterval`.
 *
 * @param first  value, low and high in one unit, 0 < low <= value <= high
 * @param second the same unit
 * @returns the ratio and its limits, 1 where both are alike
 * @throws {DomainError} INVALID_INTERVAL | INVALID_VALUE
 * @example ratioInterval({ value: 100, low: 90, high: 112 }, { value: 70, low: 66, high: 75 }) // { value: 1.4286, low: 1.2595, high: 1.6231 }
 */
export function ratioInterval(first: BoundedEstimate, second: BoundedEstimate): BoundedEstimate {
  const { value, low, high } = differenceInterval(inLogs(first), inLogs(second));
  return { value: Math.exp(value), low: Math.exp(low), high: Math.exp(high) };
}

function inLogs(estimate: BoundedEstimate): BoundedEstimate {
  requireBounded(estimate);
  const { value, low, high } = estimate;
  if (!(low > 0)) throw new DomainError('INVALID_VALUE', `A ratio needs limits above zero, not ${low}.`);
  return { value: Math.log(value), low: Math.log(low), high: Math.log(high) };
}
