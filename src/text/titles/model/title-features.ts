import type { Meter } from '../../meter.js';

/** What a feature of a title is: a whole word, two neighbouring words, or letters of one word. */
export const WORD = 0;
export const PAIR = 1;
/** Three letters: nearly every string of letters holds some that are known, so they are no sign of a real word. */
export const SHORT_GRAM = 2;
export const LONG_GRAM = 3;

/** The most characters of a key that are read; a longer key is no title. */
export const KEY_LIMIT = 1024;

const SHORTEST = 3;
const LONGEST = 5;
/** Every character starts at most three strings of letters, and ends a word and a pair at most once. */
export const MOST_FEATURES = (LONGEST - SHORTEST + 4) * (KEY_LIMIT + 2);

/** Features of one title; filled anew by `readFeatures`, so that reading a title allocates nothing. */
export interface FeatureBuffer {
  readonly hashes: Uint32Array;
  /** `WORD`, `PAIR`, `SHORT_GRAM` or `LONG_GRAM`; the strings of letters of a word follow the word. */
  readonly kinds: Uint8Array;
  count: number;
}

export function featureBuffer(): FeatureBuffer {
  return { hashes: new Uint32Array(MOST_FEATURES), kinds: new Uint8Array(MOST_FEATURES), count: 0 };
}

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;
const SPACE = 32;
/** Stand for the two ends of a word, and of a title; no key holds them. */
const FRONT = 2;
const BACK = 3;
const SEEDS = { word: FNV_OFFSET ^ 1, pair: FNV_OFFSET ^ 2, gram: FNV_OFFSET ^ 3, title: FNV_OFFSET ^ 4 };

/**
 * Hash of a whole key, 32 bits.
 *
 * Fowler-Noll-Vo 1a over UTF-16 units, then the finaliser of MurmurHash3, which spreads it over all bits.
 */
export function titleHash(key: string): number {
  let hash = SEEDS.title;
  for (let i = 0; i < key.length; i += 1) hash = Math.imul(hash ^ key.charCodeAt(i), FNV_PRIME);
  return spread(hash);
}

/**
 * Features of a key: its words, its pairs of neighbouring words (its two ends count as words), and the strings of
 * three to five letters of each word, ends marked, as in fastText (Bojanowski et al. 2017, doi:10.1162/tacl_a_00051).
 * Each is known by a 32-bit hash alone.
 *
 * @param key of `normaliseTitle`; only its first 1,024 characters are read
 */
export function readFeatures(key: string, into: FeatureBuffer, meter?: Meter): void {
  into.count = 0;
  const end = Math.min(key.length, KEY_LIMIT);
  let previous = pairSeed(FRONT);
  for (let from = 0; from < end; ) {
    let to = from;
    let word = SEEDS.word;
    while (to < end && key.charCodeAt(to) !== SPACE) {
      word = Math.imul(word ^ key.charCodeAt(to), FNV_PRIME);
      to += 1;
    }
    if (to > from) {
      const hash = spread(word);
      push(into, hash, WORD);
      readGrams(key, from, to, into);
      push(into, spread(previous ^ Math.imul(hash, FNV_PRIME)), PAIR);
      previous = pairSeed(hash);
    }
    from = to + 1;
  }
  if (into.count > 0) push(into, spread(previous ^ Math.imul(BACK, FNV_PRIME)), PAIR);
  if (meter !== undefined) meter.steps += end + into.count;
}

/** The feature of a title that ends in a word. */
export function endHash(word: string): number {
  let hash = SEEDS.word;
  for (let i = 0; i < word.length; i += 1) hash = Math.imul(hash ^ word.charCodeAt(i), FNV_PRIME);
  return spread(pairSeed(spread(hash)) ^ Math.imul(BACK, FNV_PRIME));
}

function pairSeed(first: number): number {
  return Math.imul(SEEDS.pair ^ first, FNV_PRIME);
}

function readGrams(key: string, from: number, to: number, into: FeatureBuffer): void {
  for (let start = from - 1; start <= to; start += 1) {
    let hash = SEEDS.gram;
    const stop = Math.min(start + LONGEST, to + 1);
    for (let at = start; at < stop; at += 1) {
      const unit = at < from ? FRONT : at === to ? BACK : key.charCodeAt(at);
      hash = Math.imul(hash ^ unit, FNV_PRIME);
      const length = at - start + 1;
      if (length >= SHORTEST) push(into, spread(hash), length === SHORTEST ? SHORT_GRAM : LONG_GRAM);
    }
  }
}

function push(into: FeatureBuffer, hash: number, kind: number): void {
  into.hashes[into.count] = hash;
  into.kinds[into.count] = kind;
  into.count += 1;
}

function spread(hash: number): number {
  let mixed = hash ^ (hash >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
