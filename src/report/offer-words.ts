/** Where an offer sits, in words: the same in a report and in the check of an offer on its page. */
import type { Basis } from '../core/basis.js';
import { formatOrdinal, formatPercent } from '../core/format.js';
import type { OfferPosition } from '../core/offer.js';
import type { Percentiles } from '../core/percentiles.js';

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
  const pay = `${basis} pay`;
  return {
    position: `${amount} is ${placeOf(position.percentile)} percentile of ${pay}${rangeOf(position)}. ${verdict(position)}: the chance that it is below the middle is ${chance(position.belowProbability)}.`,
    compaRatio: `The offer is ${ratioToMiddle(position.compaRatio, pay)}.`,
  };
}

/** How far from pay an amount may lie before it is more likely in another unit or currency. */
const MOST_TIMES = 10;

/**
 * What is asked back where an amount is hardly base pay a year: over ten times the 90th percentile, or under a tenth
 * of the 10th. Null for every other offer.
 *
 * @param offer whole currency units a year
 * @param sign the currency as the page writes it, `US$`
 */
export function offerQuestion(
  percentiles: Percentiles,
  offer: number,
  { amount, sign }: { readonly amount: string; readonly sign: string },
): string | null {
  const p10 = percentiles['10']?.value;
  const p90 = percentiles['90']?.value;
  const ask = `is it base pay a year in ${sign}?`;
  if (p90 !== undefined && offer > MOST_TIMES * p90) {
    return `${amount} is more than ten times the ${formatOrdinal(90)} percentile: ${ask}`;
  }
  return p10 !== undefined && offer < p10 / MOST_TIMES
    ? `${amount} is less than a tenth of the ${formatOrdinal(10)} percentile: ${ask}`
    : null;
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

/** Beyond these the curve is a guess, and no offer is below or above all. */
const FIRST = 1;
const LAST = 99;

function placeOf(percentile: number): string {
  return isPlaced(percentile) ? `at about the ${formatOrdinal(percentile)}` : outer(percentile);
}

function rangeOf({ low, high }: OfferPosition): string {
  const [from, to] = [formatOrdinal(low), formatOrdinal(high)];
  if (isPlaced(low) && isPlaced(high)) return from === to ? '' : `, between the ${from} and the ${to}`;
  const isOneEnd = low > LAST || high < FIRST;
  return isOneEnd ? '' : `, anywhere from ${end(low)} to ${end(high)}`;
}

function end(percentile: number): string {
  return isPlaced(percentile) ? `the ${formatOrdinal(percentile)}` : outer(percentile);
}

function isPlaced(percentile: number): boolean {
  return percentile >= FIRST && percentile <= LAST;
}

function outer(percentile: number): string {
  return percentile > LAST ? `above the ${formatOrdinal(LAST)}` : `below the ${formatOrdinal(FIRST)}`;
}

/** A share of a few hundred draws is never certain. */
function chance(probability: number): string {
  const percent = 100 * probability;
  if (percent > LAST) return `more than ${formatPercent(LAST)}`;
  return percent < FIRST ? `less than ${formatPercent(FIRST)}` : formatPercent(percent);
}

function ratioToMiddle({ value, low, high }: OfferPosition['compaRatio'], pay: string): string {
  if (low > MOST_TIMES) return `more than ten times the middle of ${pay}`;
  if (high < 1 / MOST_TIMES) return `less than a tenth of the middle of ${pay}`;
  return `${value.toFixed(2)} times the middle of ${pay} (compa-ratio), between ${low.toFixed(2)} and ${high.toFixed(2)}`;
}
