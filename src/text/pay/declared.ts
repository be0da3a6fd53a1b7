import { CUE, cueOf } from './cues.js';
import { BARE_KRONE, BARE_YEN, CURRENCY_CODES, currencyCode, isDollar, isShared } from './currencies.js';
import type { ScannedText } from './scan.js';
import { KIND } from './tokens.js';

/** What a text says about the signs that several currencies share. */
export interface DeclaredCurrencies {
  /** Dollar that all amounts are said to be in: `all amounts in CAD`; -1 for none. */
  readonly dollar: number;
  /** The one crown named in the text, -1 where none or several are. */
  readonly krone: number;
  /** The yuan where the text names it, else the yen. */
  readonly yen: number;
}

const KRONER: readonly string[] = ['SEK', 'NOK', 'DKK', 'ISK'];
const USD = CURRENCY_CODES.indexOf('USD');
const CNY = CURRENCY_CODES.indexOf('CNY');
const JPY = CURRENCY_CODES.indexOf('JPY');
/** How near a word of pay or amounts must stand for `in CAD` to be about money, in tokens. */
const REACH = 6;

/** Reads a whole text once for the currencies it names apart from amounts. */
export function declaredCurrencies(scanned: ScannedText): DeclaredCurrencies {
  const { tokens } = scanned;
  let dollar = -1;
  let several = false;
  const kroner = new Set<number>();
  let yen = JPY;
  for (let at = 0; at < tokens.count; at += 1) {
    if (tokens.kind(at) !== KIND.currency) continue;
    const value = tokens.value(at);
    if (isShared(value)) continue;
    if (value === CNY) yen = CNY;
    if (KRONER.includes(CURRENCY_CODES[value] ?? '')) kroner.add(value);
    if (!isDollar(value) || value === dollar || !isDeclaration(scanned, at)) continue;
    several = several || dollar >= 0;
    dollar = value;
  }
  return { dollar: several ? -1 : dollar, krone: kroner.size === 1 ? ([...kroner][0] as number) : -1, yen };
}

/** `salaries are in CAD`, `(amounts in AUD)`, `currency: CAD`: named beside no number, near a word of pay or amounts. */
function isDeclaration({ text, tokens }: ScannedText, at: number): boolean {
  if (tokens.kind(at - 1) === KIND.number || tokens.kind(at + 1) === KIND.number) return false;
  if (tokens.kind(at - 1) === KIND.scale || tokens.kind(at + 1) === KIND.currency) return false;
  const lead = text.slice(Math.max(0, tokens.from(at) - 40), tokens.from(at));
  if (/\b(?:amounts?|figures|currency|dollars|ranges?)\b[^.\n]*$/i.test(lead)) return true;
  if (!/\b(?:in|are)\s+$/i.test(lead)) return false;
  for (let i = at - 1; i >= 0 && i >= at - REACH; i -= 1) {
    if (tokens.kind(i) === KIND.line || tokens.kind(i) === KIND.sentence) return false;
    if (tokens.kind(i) === KIND.cue && cueOf(tokens.value(i)) <= CUE.total) return true;
  }
  return false;
}

/**
 * Code of the currency of an amount.
 *
 * @param currency at the amount: a currency, a shared sign, or -1
 * @param inSentence currency declared in the amount's sentence, -1 for none
 */
export function settleCurrency(currency: number, inSentence: number, declared: DeclaredCurrencies): string | null {
  if (currency < 0) return currencyCode(inSentence >= 0 ? inSentence : declared.dollar);
  if (!isShared(currency)) return currencyCode(currency);
  if (currency === BARE_KRONE) return currencyCode(declared.krone);
  if (currency === BARE_YEN) return currencyCode(declared.yen);
  if (inSentence >= 0 && isDollar(inSentence)) return currencyCode(inSentence);
  return currencyCode(declared.dollar >= 0 ? declared.dollar : USD);
}
