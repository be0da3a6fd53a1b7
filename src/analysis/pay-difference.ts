/** Whether two figures of pay may be held against each other, and by how much they differ. */
import type { Basis } from '../core/basis.js';
import { type BoundedEstimate, differenceInterval } from '../stats/difference-interval.js';
import { ratioInterval } from '../stats/ratio-interval.js';

export type { BoundedEstimate } from '../stats/difference-interval.js';

/** A headline, as far as a difference needs it. */
export interface ComparedPay {
  /** What was asked: the same for the same title, level and place. */
  readonly asked: string;
  readonly asOf: string;
  readonly basis: Basis | null;
  readonly currency: string;
  /** Median a year with its 90% interval; null without a figure. */
  readonly median: BoundedEstimate | null;
  /** The same in US dollars at the rates of its data's own dates; null where it is not converted. */
  readonly dollars: BoundedEstimate | null;
  /** Scope and place of the observations it rests on. */
  readonly restsOn: string;
}

/**
 * Why there is no difference: one question asked twice, a figure missing, figures of different dates, of different
 * bases, in currencies that are not converted, or one figure of a wider scope that answers both.
 */
export type DifferenceObstacle = 'same-question' | 'no-figure' | 'dates' | 'bases' | 'currencies' | 'same-figure';

export type PayDifference =
  | { readonly obstacle: DifferenceObstacle }
  | {
      readonly obstacle: null;
      /** First less second, a year. */
      readonly amount: BoundedEstimate;
      /** First over second. */
      readonly ratio: BoundedEstimate;
      readonly currency: string;
      /** Whether a figure was converted to US dollars. */
      readonly converted: boolean;
    };

/**
 * Difference and ratio of two medians, first against second, each with its 90% interval.
 *
 * Estimand: the difference of the two medians on one basis at one date. Assumes independent errors; figures of one
 * source, one model or one wage index share some of theirs, which makes the interval too wide, not too narrow.
 */
export function payDifference(first: ComparedPay, second: ComparedPay): PayDifference {
  if (first.asked === second.asked) return { obstacle: 'same-question' };
  if (first.median === null || second.median === null) return { obstacle: 'no-figure' };
  if (first.asOf !== second.asOf) return { obstacle: 'dates' };
  if (first.basis === null || first.basis !== second.basis) return { obstacle: 'bases' };
  if (isOneFigure(first, second)) return { obstacle: 'same-figure' };
  const converted = first.currency !== second.currency;
  const pair = converted ? [first.dollars, second.dollars] : [first.median, second.median];
  const [one, other] = pair;
  if (one == null || other == null) return { obstacle: 'currencies' };
  return {
    obstacle: null,
    amount: differenceInterval(one, other),
    ratio: ratioInterval(one, other),
    currency: converted ? 'USD' : first.currency,
    converted,
  };
}

/** The same observations gave the same figure: of a country for two of its states, of all levels for two levels. */
function isOneFigure(first: ComparedPay, second: ComparedPay): boolean {
  const { median: one, currency } = first;
  const { median: other } = second;
  return (
    currency === second.currency &&
    first.restsOn === second.restsOn &&
    one?.value === other?.value &&
    one?.low === other?.low &&
    one?.high === other?.high
  );
}
