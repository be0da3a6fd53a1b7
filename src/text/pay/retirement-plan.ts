import { isLetter, isMoney } from './characters.js';
import type { WrittenNumber } from './numbers.js';
import { KIND, type TokenList } from './tokens.js';
import { kindOfWord, WORDS } from './words.js';

/**
 * End of a retirement plan of the United States (`401k`, `403(b)`) at a number; -1 for a number that is none. What has a
 * currency, `$401k` or `401k GBP`, or ends a range, `$300-401k`, is an amount.
 */
export function endOfRetirementPlan(text: string, tokens: TokenList, number: WrittenNumber, from: number): number {
  const { digits } = number;
  if ((digits !== 401 && digits !== 403 && digits !== 457) || number.grouped || number.decimals > 0) return -1;
  const last = tokens.count - 1;
  if (tokens.kind(last) === KIND.currency && tokens.to(last) === from) return -1;
  const plan = /^ ?(?:\([kb]\)|[kb](?![a-z]))/i.exec(text.slice(number.end, number.end + 5));
  if (plan === null || afterAmount(tokens, last)) return -1;
  const end = number.end + plan[0].length;
  return namesCurrency(text, end) ? -1 : end;
}

/** Whether a token is the dash or `to` after an amount. */
function afterAmount(tokens: TokenList, at: number): boolean {
  const kind = tokens.kind(at);
  const before = tokens.kind(at - 1);
  if (kind !== KIND.dash && kind !== KIND.to) return false;
  return before === KIND.number || before === KIND.scale || before === KIND.currency;
}

function namesCurrency(text: string, at: number): boolean {
  const from = text.charCodeAt(at) === 32 ? at + 1 : at;
  if (isMoney(text.charCodeAt(from))) return true;
  const packed = WORDS.get(text.slice(from, from + 3).toLowerCase());
  return packed !== undefined && kindOfWord(packed) === KIND.currency && !isLetter(text.charCodeAt(from + 3));
}
