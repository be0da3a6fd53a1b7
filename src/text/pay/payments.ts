import { CUE, cueOf, unitOf } from './cues.js';
import type { ScannedText } from './scan.js';
import { KIND } from './tokens.js';
import { MONTH } from './units.js';

const REACH_TOKENS = 12;
const FEWEST = 12;
const MOST = 16;

/**
 * Monthly payments a year that the text after an amount states: `x 13`, `14 pagas`, `13 Gehälter`, `13th salary`,
 * `13. Monatsgehalt`; null for none.
 */
export function paymentsAfter(scanned: ScannedText, next: number): number | null {
  const { tokens, numbers } = scanned;
  const stop = Math.min(tokens.count, next + REACH_TOKENS);
  for (let at = next; at < stop; at += 1) {
    const kind = tokens.kind(at);
    if (kind === KIND.line || (kind === KIND.currency && at > next)) return null;
    if (kind === KIND.payments && tokens.value(at) >= FEWEST) {
      if (namesPay(scanned, at + 1) || at === next) return tokens.value(at);
    }
    if (kind !== KIND.number) continue;
    const number = numbers[tokens.value(at)];
    if (number === undefined || number.grouped || number.digits < FEWEST || number.digits > MOST) continue;
    if (number.decimals > 0) continue;
    if (tokens.kind(at - 1) === KIND.times || namesPay(scanned, at + 1)) return number.digits;
  }
  return null;
}

/** Whether a word for payments or salaries follows, over the full stop of `13. Gehalt`. */
function namesPay({ tokens }: ScannedText, at: number): boolean {
  const next = tokens.kind(at) === KIND.sentence || tokens.kind(at) === KIND.dash ? at + 1 : at;
  if (tokens.word(next) > tokens.word(at - 1) + 1) return false;
  const kind = tokens.kind(next);
  if (kind === KIND.payments || kind === KIND.times) return true;
  if (kind === KIND.period) return tokens.value(next) === MONTH;
  return kind === KIND.cue && (cueOf(tokens.value(next)) === CUE.base || unitOf(tokens.value(next)) === MONTH);
}
