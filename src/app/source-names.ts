/** Finds the source or import a user names. */
import { UsageError } from '../core/errors.js';

const ID_LENGTH = 60;

/**
 * The one with that id.
 *
 * @throws {UsageError} UNKNOWN_SOURCE, with the nearest id
 */
export function sourceNamed<T extends { readonly id: string }>(id: string, among: readonly T[]): T {
  const found = among.find((one) => one.id === id);
  if (found !== undefined) return found;
  const nearest = nearestOf(id.slice(0, ID_LENGTH), [...new Set(among.map((one) => one.id))]);
  const remedy = nearest === null ? 'See goingrate sources.' : `Did you mean ${nearest}?`;
  throw new UsageError('UNKNOWN_SOURCE', `There is no source "${id.slice(0, ID_LENGTH)}".`, remedy);
}

/** The id of which it is the beginning, if only one, else one that a slip or two away. */
function nearestOf(id: string, ids: readonly string[]): string | null {
  const begun = id === '' ? [] : ids.filter((other) => other.startsWith(id));
  if (begun.length === 1) return begun[0]!;
  const scored = ids.map((other) => ({ other, slips: slipsBetween(id, other) }));
  const allowed = Math.max(1, Math.floor(id.length / 4));
  return scored.filter(({ slips }) => slips <= allowed).sort((a, b) => a.slips - b.slips)[0]?.other ?? null;
}

/** Letters to put in, leave out or exchange (Levenshtein). */
function slipsBetween(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (let j = 1; j <= b.length; j++) {
      const exchanged = row[j - 1]! + (b[j - 1] === letter ? 0 : 1);
      next.push(Math.min(exchanged, row[j]! + 1, next[j - 1]! + 1));
    }
    row = next;
  }
  return row[b.length]!;
}
