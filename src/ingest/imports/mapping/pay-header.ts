/** What the name of a column of amounts says: which end, per what, in which currency. */
import type { PayUnit } from '../../stated-pay.js';
import type { ColumnLists } from './column-lists.js';
import { containsPhrase, headerWords } from './header-words.js';

export interface PayHeader {
  readonly field: 'pay' | 'payLow' | 'payHigh';
  readonly unit: PayUnit | null;
  readonly currency: string | null;
  /** The name says pay; false where only `min` or `to` stands there. */
  readonly saysPay: boolean;
  /** The name says that amounts are thousands or ten-thousands. */
  readonly scaled: boolean;
  /** Words of the name that nothing here knows. */
  readonly unknown: number;
}

export type PayHeaderFault = 'not base pay';

/**
 * Reads the name of a column as one of pay.
 *
 * @returns null for a name that is not about pay; a fault for pay of another kind, such as a bonus
 * @example readPayHeader('Annual Salary Min (USD)', lists) // { field: 'payLow', unit: 'year', currency: 'USD', ... }
 */
export function readPayHeader(name: string, lists: ColumnLists): PayHeader | PayHeaderFault | null {
  const words = headerWords(name);
  const parts = splitUnspaced(words, lists);
  const any = (set: ReadonlySet<string>) => parts.some((part) => set.has(part));
  const { pay, units, currencies, scaled } = lists;
  const saysPay = any(pay.words);
  const [low, high] = [any(pay.low), any(pay.high)];
  const known = (part: string) => isKnownPart(part, lists);
  if (any(pay.notBase) && (saysPay || low || high || parts.every(known))) return 'not base pay';
  if (!saysPay && !((low || high) && parts.length <= 3)) return null;
  const unit = parts.map((part) => units.get(part)).find((found) => found !== undefined) ?? null;
  const currency = parts.map((part) => currencies.get(part)).find((found) => found !== undefined) ?? null;
  return {
    field: low === high ? 'pay' : low ? 'payLow' : 'payHigh',
    unit,
    currency,
    saysPay,
    scaled: any(scaled),
    unknown: parts.filter((part) => !known(part)).length,
  };
}

function isKnownPart(part: string, { pay, units, currencies, scaled }: ColumnLists): boolean {
  return (
    Object.values(pay).some((words) => words.has(part)) || scaled.has(part) || units.has(part) || currencies.has(part)
  );
}

/** Words of scripts without spaces, cut at the words that the lists know: `年収下限` is `年収` and `下限`. */
function splitUnspaced(words: readonly string[], lists: ColumnLists): string[] {
  return words.flatMap((word) => {
    if (!/[\p{Script=Han}\p{Script=Hangul}]/u.test(word)) return [word];
    const known = [lists.pay.words, lists.pay.low, lists.pay.high, lists.pay.notBase, lists.scaled].flatMap((set) =>
      [...set].filter((phrase) => containsPhrase(word, phrase)),
    );
    const cut = known.sort((a, b) => b.length - a.length);
    return cut.length === 0 ? [word] : cut;
  });
}
