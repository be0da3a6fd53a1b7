/** Names of employers that advertise publicly, one a key. */
import type { DraftRow } from './connector.js';
import type { Readers } from './readers.js';

/**
 * A row for every employer that stands in the tables, under the shortest of its spellings; of equally long ones the
 * first in code-point order.
 *
 * @param spellings names as the source writes them, with repetition
 * @param rows      rows of pay and of postings
 */
export function employerRows(
  spellings: Iterable<string>,
  rows: Iterable<{ readonly employer: string | null }>,
  readers: Pick<Readers, 'employerKey'>,
): DraftRow<'employers'>[] {
  const kept = new Set([...rows].map(({ employer }) => employer));
  const names = new Map<string, string>();
  for (const spelling of new Set(spellings)) {
    const key = readers.employerKey(spelling);
    const known = names.get(key);
    if (kept.has(key) && (known === undefined || precedes(spelling, known))) names.set(key, spelling);
  }
  return [...names].map(([employer, name]) => ({ employer, name }));
}

function precedes(a: string, b: string): boolean {
  return a.length < b.length || (a.length === b.length && a < b);
}
