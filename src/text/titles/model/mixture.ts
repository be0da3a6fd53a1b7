import { PAIR, WORD } from './title-features.js';

/** The rows of feature vectors that make up a title, and the share of each; filled anew by `mixFeatures`. */
export interface Mixture {
  readonly rows: Uint32Array;
  readonly shares: Float64Array;
  count: number;
}

export function mixture(most: number): Mixture {
  return { rows: new Uint32Array(most), shares: new Float64Array(most), count: 0 };
}

/** Features of one title in the order of `readFeatures`, from `from` to before `to`. */
export interface FeatureRange {
  readonly kinds: Uint8Array;
  readonly from: number;
  readonly to: number;
  /** Row of a feature's vector, or -1 where it has none. */
  readonly rowOf: (feature: number) => number;
  /** Whether the word with that vector is so common that its letters add nothing. */
  readonly isCommon: (row: number) => boolean;
  /** Whether a word that has a vector is to be read by it. */
  readonly readsWord: (feature: number) => boolean;
}

/**
 * What a title is made of: each word by its own vector; a word that is rare, or has none, by its strings of letters
 * over the root of their number; and each pair of neighbours that are both read as words. The sum of these parts is
 * taken over the root of their number.
 *
 * @returns the number of parts
 */
export function mixFeatures({ kinds, from, to, rowOf, isCommon, readsWord }: FeatureRange, into: Mixture): number {
  into.count = 0;
  let parts = 0;
  let gramsFrom = 0;
  let spelling = false;
  let read = true;
  let previousRead = true;
  for (let f = from; f < to; f += 1) {
    const kind = kinds[f];
    if (kind === WORD) {
      const row = rowOf(f);
      read = row >= 0 && readsWord(f);
      spelling = !read || !isCommon(row);
      if (read) parts += push(into, row);
      gramsFrom = into.count;
    } else if (kind === PAIR) {
      if (spelling) parts += closeGrams(into, gramsFrom);
      spelling = false;
      const row = previousRead && read ? rowOf(f) : -1;
      if (row >= 0) parts += push(into, row);
      previousRead = read;
      read = true;
    } else if (spelling) {
      const row = rowOf(f);
      if (row >= 0) push(into, row);
    }
  }
  const norm = parts === 0 ? 0 : 1 / Math.sqrt(parts);
  for (let i = 0; i < into.count; i += 1) into.shares[i]! *= norm;
  return parts;
}

function push(into: Mixture, row: number): 1 {
  into.rows[into.count] = row;
  into.shares[into.count] = 1;
  into.count += 1;
  return 1;
}

function closeGrams(into: Mixture, from: number): 0 | 1 {
  const grams = into.count - from;
  if (grams === 0) return 0;
  into.shares.fill(1 / Math.sqrt(grams), from, into.count);
  return 1;
}
