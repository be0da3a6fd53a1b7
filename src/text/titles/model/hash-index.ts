/** Upper bits of a hash that lead to its place. */
const PREFIX_BITS = 14;
const SHIFT = 32 - PREFIX_BITS;

/** Length of a table of prefixes: one place for each prefix, and the end. */
export const PREFIXES = (1 << PREFIX_BITS) + 1;

/** Positions of 32-bit hashes in an ascending list of them. */
export interface HashIndex {
  readonly hashes: Uint32Array;
  /** Position of the first hash with that prefix or a greater one. */
  readonly prefixes: Uint32Array;
}

/** The table of prefixes of an ascending list of hashes. */
export function prefixTable(hashes: Uint32Array): Uint32Array {
  const prefixes = new Uint32Array(PREFIXES);
  let next = 0;
  for (let at = 0; at < hashes.length; at += 1) {
    const prefix = hashes[at]! >>> SHIFT;
    while (next <= prefix) prefixes[next++] = at;
  }
  return prefixes.fill(hashes.length, next);
}

/** Position of a hash, or -1. */
export function positionOf({ hashes, prefixes }: HashIndex, hash: number): number {
  const prefix = hash >>> SHIFT;
  const end = prefixes[prefix + 1]!;
  for (let at = prefixes[prefix]!; at < end; at += 1) if (hashes[at] === hash) return at;
  return -1;
}
