/** Words for a ratio to a reference: how much more or less, as sure as its interval. */
import type { Quantity } from '../core/finding.js';
import { formatPercent } from '../core/format.js';
import type { OccupationShare } from '../core/role.js';

type Limits = { readonly low: number; readonly high: number } | null;

/** A ratio as a difference in percent, with the limits that belong to it. */
export interface Difference {
  readonly percent: number;
  readonly interval: { readonly level: number; readonly low: number; readonly high: number } | null;
}

/** The difference in percent that a quantity holds, rounded to a tenth. */
export function differenceOf(ratio: number, limits: Limits): Difference {
  const percent = (value: number): number => Number((100 * (value - 1)).toFixed(1)) + 0;
  return {
    percent: percent(ratio),
    interval: limits === null ? null : { level: 0.9, low: percent(limits.low), high: percent(limits.high) },
  };
}

/** A difference as the quantity of a finding. */
export function quantityOf({ percent, interval }: Difference): Quantity {
  return { value: percent, unit: 'percent', interval };
}

/** `18%`: tenths only where the interval is narrower than four points, or where there is none. */
export function sizeOf(value: number, { interval }: Pick<Difference, 'interval'>): string {
  const digits = interval === null || interval.high - interval.low < 4 ? 1 : 0;
  return formatPercent(Math.abs(value), digits).replace(/\.0%$/, '%');
}

/** Whether the interval says on which side of the reference the figure lies; without one, the figure itself. */
export function isDifferent({ percent, interval }: Difference): boolean {
  return interval === null ? percent !== 0 : interval.low > 0 || interval.high < 0;
}

/**
 * `18% more` or `2% less`, in other words if told.
 *
 * @example moreOrLess(-2.4, { interval: null }) // '2.4% less'
 */
export function moreOrLess(
  value: number,
  difference: Pick<Difference, 'interval'>,
  [more, less]: readonly [more: string, less: string] = ['more', 'less'],
): string {
  return `${sizeOf(value, difference)} ${value < 0 ? less : more}`;
}

/** `between 16% and 20% more`, `between 1% less and 3% more`, in other words if told; empty without an interval. */
export function betweenWords(
  difference: Difference,
  words: readonly [more: string, less: string] = ['more', 'less'],
): string {
  const { interval } = difference;
  if (interval === null) return '';
  const { low, high } = interval;
  const near = Math.abs(low) <= Math.abs(high) ? low : high;
  const far = near === low ? high : low;
  return low >= 0 || high <= 0
    ? `between ${sizeOf(near, difference)} and ${moreOrLess(far, difference, words)}`
    : `between ${moreOrLess(low, difference, words)} and ${moreOrLess(high, difference, words)}`;
}

/** The work compared, as the subject of a sentence: `Registered Nurses are`. */
export function workOf(occupations: readonly OccupationShare[]): string {
  return occupations.length === 1 ? `${occupations[0]!.title} are` : 'the same occupations are';
}
