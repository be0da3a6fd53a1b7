import { DomainError } from '../core/errors.js';
import { heapingInterval } from './heaping-width.js';
import { requireSameLength } from './preconditions.js';

export interface StatedIntervals {
  readonly lows: readonly number[];
  readonly highs: readonly number[];
}

/**
 * What stated ranges say about the value behind them: a range stays as it is, a single amount becomes its heaping
 * interval, a range without an upper end stays open.
 *
 * @param lows  annual pay, positive; 0 when only an upper end is stated
 * @param highs annual pay, >= lows; Infinity when only a lower end is stated
 * @throws {DomainError} INVALID_RANGE | LENGTH_MISMATCH
 * @example statedIntervals([100_000, 90_000], [100_000, 120_000]) // { lows: [97500, 90000], highs: [102500, 120000] }
 */
export function statedIntervals(lows: readonly number[], highs: readonly number[]): StatedIntervals {
  requireSameLength(lows, highs);
  const from: number[] = new Array(lows.length);
  const to: number[] = new Array(lows.length);
  for (let i = 0; i < lows.length; i++) {
    const low = lows[i]!;
    const high = highs[i]!;
    if (!(low >= 0 && high >= low && low < Infinity && high > 0)) {
      throw new DomainError('INVALID_RANGE', `A pay range needs 0 <= low <= high, not [${low}, ${high}].`);
    }
    [from[i], to[i]] = low === high ? heapingInterval(low) : [low, high];
  }
  return { lows: from, highs: to };
}
