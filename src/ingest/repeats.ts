/** Joins offers that a source states more than once. */
import type { DraftRow } from './connector.js';

export interface KeyedOffer {
  /** What makes two rows one offer. */
  readonly key: string;
  readonly row: DraftRow<'pay'>;
}

/**
 * Joins rows with the same key into one: repeats add up, the first-seen span widens to cover all.
 *
 * @returns one row a key, in order of first appearance; columns outside the key are those of the first row
 */
export function joinRepeats(offers: readonly KeyedOffer[]): DraftRow<'pay'>[] {
  const joined = new Map<string, DraftRow<'pay'>>();
  for (const { key, row } of offers) {
    const first = joined.get(key);
    joined.set(key, first === undefined ? row : merged(first, row));
  }
  return [...joined.values()];
}

function merged(first: DraftRow<'pay'>, row: DraftRow<'pay'>): DraftRow<'pay'> {
  return {
    ...first,
    seenFrom: [first.seenFrom, row.seenFrom].sort()[0]!,
    seenTo: [first.seenTo, row.seenTo].sort()[1]!,
    repeats: first.repeats + row.repeats,
  };
}

/**
 * Key of an offer: everything stated about it, without when it was seen.
 *
 * @param period seen in different periods, the same offer counts again
 */
export function keyedOffer(row: DraftRow<'pay'>, period = ''): KeyedOffer {
  const stated = [row.country, row.region, row.level, row.title, row.soc, row.employer, row.currency, row.unit];
  return { key: [...stated, row.lowMinor, row.highMinor, period].join('\u001f'), row };
}
