import { BARE_DOLLAR, isDollar, isShared, WEAK } from './currencies.js';
import type { WrittenNumber } from './numbers.js';
import type { ScannedText } from './scan.js';
import { KIND } from './tokens.js';
import { LPA } from './words.js';

/** A number with what stands directly at it: currency, multiplier, `+`. Token indexes, not offsets. */
export interface Amount {
  readonly number: WrittenNumber;
  /** Power of ten of its own multiplier; null where it has none. */
  readonly scale: number | null;
  /** Whether it is in lakhs per annum. */
  readonly perAnnum: boolean;
  /** Number of a currency or of a shared sign; -1 where none stands at the number. */
  readonly currency: number;
  /** Whether the currency is only a letter that may also be something else. */
  readonly weak: boolean;
  /** `$100k+`. */
  readonly open: boolean;
  /** First token, and the one after the last. */
  readonly first: number;
  readonly next: number;
}

/** Powers of ten: a multiplier is at most a trillion, decimals are at most four. */
const POWERS = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12];
/** Blanks allowed between a number and what belongs to it. */
const FURTHEST = 4;
const SPACE = 32;

/**
 * Reads the amount around a number token.
 *
 * @param at index of the number
 * @param free first token that no amount before has taken
 * @param other currency of the other end of a range, -1 for none
 * @returns null for a percentage and for what is no amount
 */
export function readAmount(scanned: ScannedText, at: number, free: number, other = -1): Amount | null {
  const { tokens, numbers } = scanned;
  const number = numbers[tokens.value(at)] as WrittenNumber;
  let first = at;
  let currency = -1;
  while (
    first - 1 >= free &&
    at - first < 2 &&
    tokens.kind(first - 1) === KIND.currency &&
    touches(scanned, first - 1)
  ) {
    first -= 1;
    currency = moreExact(currency, tokens.value(first));
  }
  let next = at + 1;
  let scale: number | null = null;
  let perAnnum = false;
  if (
    tokens.kind(next) === KIND.scale &&
    touches(scanned, at) &&
    scaleFits(scanned, next, currency >= 0 ? currency : other)
  ) {
    perAnnum = tokens.value(next) === LPA;
    scale = perAnnum ? 5 : tokens.value(next);
    if (scale === 3 && number.grouped && number.decimals === 0 && number.digits >= 10_000) scale = null;
    next += 1;
  }
  if (tokens.kind(next) === KIND.percent && tokens.from(next) - tokens.to(next - 1) <= 1) return null;
  const trailing = readTrailingCurrency(scanned, next, currency);
  if (trailing !== null) {
    currency = moreExact(currency, tokens.value(trailing.at));
    next = trailing.next;
  }
  const open = isOpenEnded(scanned, next);
  if (open) next += 1;
  const weak = currency >= WEAK;
  return { number, scale, perAnnum, currency: weak ? currency - WEAK : currency, weak, open, first, next };
}

/** Whether nothing but blanks lies between a token and the one after it. */
export function touches({ text, tokens }: ScannedText, at: number): boolean {
  const [from, to] = [tokens.to(at), tokens.from(at + 1)];
  if (tokens.word(at + 1) !== tokens.word(at) + 1 || to - from > FURTHEST) return false;
  for (let i = from; i < to; i += 1) if (text.charCodeAt(i) > SPACE) return false;
  return true;
}

/** `CAD $30`: a code says which dollar the sign is. */
function moreExact(known: number, other: number): number {
  if (other < 0) return known;
  if (known < 0 || (isShared(known) && !isShared(other))) return other;
  return known;
}

/** One letter is a multiplier only where it cannot be a unit of measure: `5 m`, `12 L`, `3 T`. */
function scaleFits(scanned: ScannedText, at: number, currency: number): boolean {
  const { text, tokens } = scanned;
  const from = tokens.from(at);
  if (tokens.to(at) - from > 1 || text[from] === 'k' || text[from] === 'K') return true;
  const letter = text[from] as string;
  if (letter === 'l' || letter === 't') return false;
  if (letter === 'L') return currency >= 0 || tokens.from(at) === tokens.to(at - 1);
  if (letter.charCodeAt(0) >= 128) return true;
  const trailing = tokens.kind(at + 1) === KIND.currency && touches(scanned, at);
  return currency >= 0 || trailing;
}

/** A currency after an amount: any sign where none stood before it, else a code; in brackets too. */
function readTrailingCurrency(
  scanned: ScannedText,
  next: number,
  currency: number,
): { at: number; next: number } | null {
  const { tokens } = scanned;
  const bracket = tokens.kind(next) === KIND.open && tokens.kind(next + 2) === KIND.close;
  const at = bracket ? next + 1 : next;
  if (tokens.kind(at) !== KIND.currency || (tokens.value(at) >= WEAK && tokens.to(at) - tokens.from(at) === 1))
    return null;
  if (tokens.word(at) !== tokens.word(next - 1) + 1 || tokens.from(at) - tokens.to(next - 1) > FURTHEST) return null;
  const value = tokens.value(at);
  if (currency >= 0 && !bracket) {
    const sign = isShared(value) && tokens.to(at) - tokens.from(at) === 1;
    const beginsNext =
      (tokens.kind(at + 1) === KIND.currency || tokens.kind(at + 1) === KIND.number) && touches(scanned, at);
    if (sign || beginsNext) return null;
  }
  if (currency >= 0 && value !== currency && !(isShared(currency) && settles(currency, value))) return null;
  return { at, next: bracket ? at + 2 : at + 1 };
}

function settles(sign: number, currency: number): boolean {
  return sign === BARE_DOLLAR ? currency === BARE_DOLLAR || isDollar(currency) : true;
}

/** A `+` right at the amount, with nothing right after it: `$100k+`, not `$100k+bonus` nor `$100k + equity`. */
export function isOpenEnded({ text, tokens }: ScannedText, at: number): boolean {
  if (tokens.kind(at) !== KIND.plus || tokens.from(at) !== tokens.to(at - 1)) return false;
  return !/[a-z0-9]/i.test(text[tokens.to(at)] ?? '');
}

/** Whether two amounts can be the ends of one range as far as their currencies go. */
export function sameCurrency(one: Amount, other: Amount): boolean {
  const [a, b] = [one.currency, other.currency];
  return a < 0 || b < 0 || a === b || (isShared(a) && settles(a, b)) || (isShared(b) && settles(b, a));
}

/** The more exact of two ends' currencies. */
export function jointCurrency(one: Amount, other: Amount): number {
  return moreExact(one.currency, other.currency);
}

/**
 * The written number times a power of ten; exact where the result is an integer. Three digits after a dot are decimals
 * when a multiplier follows (`183.750K`), thousands otherwise.
 */
export function writtenValue({ digits, decimals, otherDecimals }: WrittenNumber, scale: number): number {
  const power = scale - (scale >= 3 ? (otherDecimals ?? decimals) : decimals);
  return power >= 0 ? digits * (POWERS[power] as number) : digits / (POWERS[-power] as number);
}
