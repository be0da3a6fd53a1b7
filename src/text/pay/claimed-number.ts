/** A number that a reader says should stand where a report has another. */
import { readOfferAmount } from './offer-amount.js';

const PLAIN = /^-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$/;

/**
 * Reads it as an offer is read where the figure is pay a year, else as a plain number. NaN where it is none, names
 * another currency, or is pay of another period than a year.
 *
 * @param unit of the figure: `USD/year`, `percentile`
 * @example readClaimedNumber('90k', 'USD/year') // 90000
 */
export function readClaimedNumber(text: string, unit: string): number {
  const currency = /^([A-Z]{3})\/year$/.exec(unit)?.[1];
  if (currency !== undefined) {
    const read = readOfferAmount(text, currency);
    if (!('fault' in read)) return read.unit === 'year' ? read.annual : Number.NaN;
    if (read.fault === 'currency') return Number.NaN;
  }
  const digits = text.replace(/\s/g, '').replace(/^\p{Sc}/u, '');
  return PLAIN.test(digits) ? Number(digits.replaceAll(',', '')) : Number.NaN;
}
