/** One offer as people write it into a field. */
import { annualise } from './annualise.js';
import { type PayUnit, UNITS } from './units.js';

/** Why a text is no offer: it has no single amount; it names another currency; its size leaves the unit open. */
export type OfferFault = 'amount' | 'currency' | 'unit';

export type OfferAmount =
  | { readonly amount: number; readonly unit: PayUnit; readonly annual: number }
  | { readonly fault: OfferFault };

const SIGNS: Readonly<Record<string, string>> = {
  US$: 'USD',
  C$: 'CAD',
  CA$: 'CAD',
  A$: 'AUD',
  AU$: 'AUD',
  NZ$: 'NZD',
  S$: 'SGD',
  HK$: 'HKD',
  MX$: 'MXN',
  R$: 'BRL',
  '€': 'EUR',
  '£': 'GBP',
  '₹': 'INR',
  RS: 'INR',
  '¥': 'JPY',
  'JP¥': 'JPY',
  '₩': 'KRW',
  '₱': 'PHP',
  '₪': 'ILS',
  '₺': 'TRY',
  '₦': 'NGN',
};

/** Currencies that a bare `$` may mean, on a page in that currency. */
const DOLLARS = /^(?:USD|CAD|AUD|NZD|SGD|HKD|TWD|MXN|ARS|CLP|COP|UYU)$/;

const MULTIPLIERS: Readonly<Record<string, number>> = {
  k: 1e3,
  m: 1e6,
  lakh: 1e5,
  lakhs: 1e5,
  lac: 1e5,
  lpa: 1e5,
  crore: 1e7,
  cr: 1e7,
};

const UNIT_WORDS: Readonly<Record<PayUnit, RegExp>> = {
  hour: /^(?:(?:an?|per|\/) ?)?(?:hours?|hrs?|h|hourly)$/,
  day: /^(?:(?:a|per|\/) ?)?(?:days?|d|daily)$/,
  week: /^(?:(?:a|per|\/) ?)?(?:weeks?|wk|w|weekly|pw)$/,
  month: /^(?:(?:a|per|\/) ?)?(?:months?|mo|mth|monthly|pm|pcm)$/,
  year: /^(?:(?:a|per|\/) ?)?(?:years?|yrs?|yr|y|yearly|annum|annually|pa|p\.a\.|annual)$/,
};

/** Below this, without a word, an amount is not a year's: `90` may be an hour's pay or thousands. */
const LEAST_YEARLY = 1000;
const MOST = 1e9;

/** A group of three after a first zero is a fraction: `0.185m`. */
const GROUPED = String.raw`[1-9]\d{0,2}(?<mark>[.,' ])\d{3}(?:\k<mark>\d{3})*|[1-9]\d?(?:,\d{2})+,\d{3}|\d+`;
const OFFER = new RegExp(
  String.raw`^(?<before>[\p{Sc}\p{L}.]{0,4}?) ?(?:0[.,](?<small>\d{1,6})|(?<whole>${GROUPED})(?:[.,](?<part>\d{1,2}))?) ?(?<times>k|m|lpa|lakhs?|lac|crore|cr)?(?![\p{L}\d]) ?(?<after>\p{Sc}|[a-z]{3}(?![\p{L}]))? ?(?<unit>[\p{L}/. ]{0,12})$`,
  'iu',
);

/**
 * Reads an offer: `185,000`, `185k`, `$185,000`, `€60.000`, `12 lakh`, `90 an hour`. One amount; without a unit a
 * year's. Other units are made yearly as pay statements are: see `annualise`.
 *
 * @param currency ISO 4217 code that the offer is held against; an amount that names another is refused
 * @example readOfferAmount('90 an hour', 'USD') // { amount: 90, unit: 'hour', annual: 187200 }
 */
export function readOfferAmount(text: string, currency: string): OfferAmount {
  const plain = text
    .slice(0, 60)
    .normalize('NFKC')
    .replace(/[\s’]+/gu, (mark) => (mark === '’' ? "'" : ' '))
    .trim();
  const parts = OFFER.exec(plain)?.groups;
  if (parts === undefined) return { fault: 'amount' };
  let { after = '', unit: unitText = '' } = parts;
  if (after !== '' && unitOf(`${after}${unitText}`) !== null) {
    unitText = `${after}${unitText}`;
    after = '';
  }
  const unit = unitOf(unitText);
  if (unit === null) return { fault: 'amount' };
  for (const mark of [parts.before ?? '', after]) {
    if (mark !== '' && !names(mark, currency)) return { fault: isCurrency(mark) ? 'currency' : 'amount' };
  }
  const times = (parts.times ?? '').toLowerCase();
  const stated = Number(`${(parts.whole ?? '0').replace(/\D/g, '')}.${parts.small ?? parts.part ?? 0}`);
  const amount = Math.round(stated * (MULTIPLIERS[times] ?? 1) * 100) / 100;
  const annual = annualise(amount, UNITS.indexOf(unit), null);
  if (!(annual > 0 && annual < MOST)) return { fault: 'amount' };
  if (unitText.trim() === '' && times === '' && amount < LEAST_YEARLY) return { fault: 'unit' };
  return { amount, unit, annual };
}

/** The unit that the words after an amount name; a year without any; null for words that are none. */
function unitOf(text: string): PayUnit | null {
  const words = text.trim().toLowerCase();
  if (words === '') return 'year';
  return UNITS.find((unit) => UNIT_WORDS[unit].test(words)) ?? null;
}

function names(mark: string, currency: string): boolean {
  const upper = mark.trim().toUpperCase();
  return upper === '$' ? DOLLARS.test(currency) : (SIGNS[upper] ?? upper) === currency;
}

function isCurrency(mark: string): boolean {
  return /^(?:.{0,3}\p{Sc}|[A-Z]{3}|Rs\.?)$/iu.test(mark.trim());
}
