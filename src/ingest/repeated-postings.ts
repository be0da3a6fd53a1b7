/** Joins postings that a source lists more than once. */
import type { DraftRow } from './connector.js';

/**
 * Joins postings that are equal in all but their dates: one employer's same title, place, pay, skills and
 * credentials. Counts add up, the span of days widens to cover all.
 *
 * @returns one row a posting, in order of first appearance
 */
export function joinRepeatedPostings(postings: readonly DraftRow<'postings'>[]): DraftRow<'postings'>[] {
  const joined = new Map<string, DraftRow<'postings'>>();
  for (const posting of postings) {
    const { seenFrom, seenTo, repeats, ...stated } = posting;
    const key = JSON.stringify(Object.entries(stated).sort(([a], [b]) => (a < b ? -1 : 1)));
    const first = joined.get(key);
    joined.set(key, first === undefined ? posting : merged(first, { seenFrom, seenTo, repeats }));
  }
  return [...joined.values()];
}

function merged(
  first: DraftRow<'postings'>,
  { seenFrom, seenTo, repeats }: Pick<DraftRow<'postings'>, 'seenFrom' | 'seenTo' | 'repeats'>,
): DraftRow<'postings'> {
  return {
    ...first,
    seenFrom: seenFrom < first.seenFrom ? seenFrom : first.seenFrom,
    seenTo: seenTo > first.seenTo ? seenTo : first.seenTo,
    repeats: first.repeats + repeats,
  };
}
