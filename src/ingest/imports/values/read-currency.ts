/** The currency a cell names. */
import {
  CURRENCY_CODES,
  CURRENCY_SIGNS,
  CURRENCY_WORDS,
  currencyCode,
  DOLLAR_PREFIXES,
  isShared,
  WEAK,
} from '../../../text/pay/currencies.js';
import { saysNothing } from './says-nothing.js';
import { SHARED_WORDS, type SharedSign } from './shared-signs.js';

export interface CurrencyReading {
  /** False for a cell that says nothing. */
  readonly stated: boolean;
  /** ISO 4217 code; null where none is named or it is not known. */
  readonly currency: string | null;
  /** A sign that several currencies share, to be settled by the country. */
  readonly family: SharedSign | null;
}

const LONGEST = 60;

/** English names of all known currencies: `swiss franc` to `CHF`. */
let names: ReadonlyMap<string, string> | undefined;

/**
 * Reads a currency's code, sign or name.
 *
 * @example readCurrency('CA$') // { stated: true, currency: 'CAD', family: null }
 */
export function readCurrency(raw: string | null): CurrencyReading {
  const text = plain(raw ?? '');
  if (saysNothing(text)) return { stated: false, currency: null, family: null };
  const family = SHARED_WORDS.get(text) ?? null;
  return { stated: true, currency: family === null ? named(text) : null, family };
}

function plain(raw: string): string {
  return raw.slice(0, LONGEST).normalize('NFKD').replace(/\p{M}/gu, '').replace(/\s+/g, ' ').trim().toLowerCase();
}

function named(text: string): string | null {
  const code = text.toUpperCase();
  if (CURRENCY_CODES.includes(code)) return code;
  const prefixed = /^([a-z]{1,4}) ?\$$/.exec(text)?.[1];
  const number =
    prefixed !== undefined
      ? DOLLAR_PREFIXES.get(prefixed)
      : text.length === 1
        ? CURRENCY_SIGNS.get(text.charCodeAt(0))
        : CURRENCY_WORDS.get(text);
  if (number !== undefined && !isShared(number & ~WEAK)) return currencyCode(number & ~WEAK);
  names ??= currencyNames();
  return names.get(text) ?? names.get(text.replace(/s$/, '')) ?? null;
}

function currencyNames(): ReadonlyMap<string, string> {
  const english = new Intl.DisplayNames('en', { type: 'currency' });
  const known = CURRENCY_CODES.map((code): [string, string] => [plain(english.of(code) ?? code), code]);
  return new Map([
    ...known,
    ['british pound sterling', 'GBP'],
    ['great british pound', 'GBP'],
    ['great british pounds', 'GBP'],
    ['renminbi', 'CNY'],
    ['canadian', 'CAD'],
    ['australian', 'AUD'],
    ['new zealand dollars', 'NZD'],
    ['hong kong dollars', 'HKD'],
  ]);
}
