import { isCapital, isDigit, isLetter, isMoney } from './characters.js';

/** Words usually shortened before an amount or its currency. */
const SHORTENED = new Set('approx max min ca est incl excl rs kr fr avg bzw tsd mio mrd tys mln std'.split(' '));
const LONGEST = 7;
const DASH = 45;

/** Whether a full stop after a word belongs to the word: `Rs. 65,000`, `max. EUR 60.000`, `60 Tsd. EUR`. */
export function isShortened(word: string): boolean {
  return SHORTENED.has(word);
}

/**
 * Whether the full stop at an offset ends a sentence: before a blank and a capital, a digit or a currency, or at the end
 * of the text or line; not after one capital (`U.S. Salary`) nor a shortened word, nor
 * before a dash (`$30/hr. - $35/hr.`).
 */
export function endsSentence(text: string, at: number): boolean {
  const next = text.charCodeAt(at + 1);
  if (Number.isNaN(next) || next === 10 || next === 13) return true;
  if (next !== 32 && next !== 9 && next !== 1) return false;
  const before = text.charCodeAt(at - 2);
  if (isCapital(text.charCodeAt(at - 1)) && !isLetter(before) && !isDigit(before)) return false;
  const after = text.charCodeAt(at + 2);
  if ((after >= 97 && after <= 122) || after === DASH) return false;
  if (!isMoney(after) && !isDigit(after)) return true;
  const word = /[a-z]+$/i.exec(text.slice(Math.max(0, at - LONGEST), at));
  return word === null || !isShortened(word[0].toLowerCase());
}
