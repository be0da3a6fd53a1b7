/** Where an offer sits, in words: the same in a report and in the check of an offer on its page. */
import type { Basis } from '../core/basis.js';
import { formatOrdinal, formatPercent } from '../core/format.js';
import type { OfferPosition } from '../core/offer.js';

/** What limits every position of an offer. */
export const OFFER_CAVEAT = 'Beyond P10 and P90 the curve is extended and only roughly known.';

export interface OfferWords {
  readonly position: string;
  readonly compaRatio: string;
}

export interface OfferNames {
  /** The offer as written, with its currency. */
  readonly amount: string;
  /** Basis of the distribution it is held against. */
  readonly basis: Basis | null;
}

/**
 * The sentences about an offer.
 *
 * @example offerWords(position, { amount: 'US$185,000', basis: 'posted' }).position // 'US$185,000 is at about the 41st ...'
 */
export function offerWords(position: OfferPosition, { amount, basis }: OfferNames): OfferWords {
  const { percentile, low, high, belowProbability, compaRatio } = position;
  return {
    position: `${amount} is at about the ${ordinal(percentile)} percentile of ${basis} pay, between the ${ordinal(low)} and the ${ordinal(high)}. ${verdict(position)}: the chance that it is below the middle is ${formatPercent(100 * belowProbability)}.`,
    compaRatio: `The offer is ${compaRatio.value.toFixed(2)} times the middle of ${basis} pay (compa-ratio), between ${compaRatio.low.toFixed(2)} and ${compaRatio.high.toFixed(2)}.`,
  };
}

/** What is said of an offer where fewer than two percentiles are known. */
export function unplacedOffer(amount: string): string {
  return `Where ${amount} sits cannot be said: only the middle is known, not the spread.`;
}

function verdict({ belowMarket, belowProbability }: OfferPosition): string {
  if (belowMarket) return 'Below the middle with good evidence';
  return belowProbability <= 0.2
    ? 'At or above the middle with good evidence'
    : 'Not clearly above or below the middle';
}

/** No offer is said to be below or above all. */
function ordinal(percentile: number): string {
  return formatOrdinal(Math.min(99, Math.max(1, percentile)));
}
