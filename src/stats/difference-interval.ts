import { DomainError } from '../core/errors.js';

/** An estimate with its own interval, which need not be symmetric. */
export interface BoundedEstimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/**
 * Interval of the difference of two independent estimates from the interval of each.
 *
 * Estimand: the first parameter less the second, such as one median less another. Each estimate's variance is recovered
 * from its own limits, where the limits of the difference lie (MOVER), so that skewed intervals stay skewed:
 * low = (a - b) - sqrt((a - a.low)^2 + (b.high - b)^2), high = (a - b) + sqrt((a.high - a)^2 + (b - b.low)^2).
 * With symmetric normal intervals it is the usual interval of a difference.
 * Source: Zou and Donner (2008), doi:10.1002/sim.3095
 * Reference: Newcombe's (1998) method 10 from Wilson intervals, doi:10.1002/(SICI)1097-0258(19980430)17:8<873::AID-SIM779>3.0.CO;2-I,
 * Table II; SciPy: test/reference
 * Assumes: both intervals have the same coverage, which is then that of the difference, and the errors are independent.
 * Errors that go together (a source or an index both share) make it too wide, opposite ones too narrow: test/calibration.
 *
 * @param first  value, low and high in one unit, low <= value <= high
 * @param second the same unit
 * @returns the difference and its limits, in that unit
 * @throws {DomainError} INVALID_INTERVAL
 * @example differenceInterval({ value: 100, low: 90, high: 112 }, { value: 70, low: 66, high: 75 }) // { value: 30, low: 18.820, high: 42.649 }
 */
export function differenceInterval(first: BoundedEstimate, second: BoundedEstimate): BoundedEstimate {
  requireBounded(first);
  requireBounded(second);
  const value = first.value - second.value;
  return {
    value,
    low: value - Math.hypot(first.value - first.low, second.high - second.value),
    high: value + Math.hypot(first.high - first.value, second.value - second.low),
  };
}

/** @throws {DomainError} INVALID_INTERVAL unless low <= value <= high, all finite */
export function requireBounded({ value, low, high }: BoundedEstimate): void {
  if (low <= value && value <= high && Number.isFinite(low) && Number.isFinite(high)) return;
  throw new DomainError(
    'INVALID_INTERVAL',
    `An estimate must lie between its finite limits, not ${value} in ${low} to ${high}.`,
  );
}
