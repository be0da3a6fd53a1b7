import type { Meter } from '../meter.js';
import { spellingDistance } from '../spelling-distance.js';

/** Words arranged so that a mistyped one is found in as many look-ups as it has letters. */
export interface Vocabulary {
  readonly words: ReadonlySet<string>;
  /** Words by what is left of them without one of their letters. */
  readonly byDeletion: ReadonlyMap<string, readonly string[]>;
  /** Words looked up lately with what they were mended to: titles share their words. */
  readonly lately: Map<string, string | null>;
}

const MOST_LATELY = 20_000;

const SHORTEST_WORD = 5;
const LONGEST_WORD = 30;
/** A replaced letter makes another word of a short one (`baler`, `baker`): only longer words are mended so. */
const SHORTEST_WITH_REPLACEMENT = 8;

/** A vocabulary of the words of some texts in key form; plurals in `s` are taken as singulars too. */
export function buildVocabulary(texts: Iterable<string>): Vocabulary {
  const words = new Set<string>();
  for (const text of texts) {
    for (const word of text.split(' ')) {
      if (word.length < SHORTEST_WORD || word.length > LONGEST_WORD || !/^[a-z]+$/.test(word)) continue;
      words.add(word);
      if (word.endsWith('s') && !word.endsWith('ss')) words.add(word.slice(0, -1));
    }
  }
  const byDeletion = new Map<string, string[]>();
  for (const word of words) {
    for (const left of deletions(word)) {
      const list = byDeletion.get(left);
      if (list === undefined) byDeletion.set(left, [word]);
      else list.push(word);
    }
  }
  return { words, byDeletion, lately: new Map() };
}

function deletions(word: string): Set<string> {
  const left = new Set<string>();
  for (let i = 0; i < word.length; i += 1) left.add(word.slice(0, i) + word.slice(i + 1));
  return left;
}

/**
 * A key whose unknown words are replaced by the only known word one typing error away: a letter left out, added,
 * swapped with its neighbour or, in words of eight letters or more, replaced. The first letter must be right, and
 * the last, unless it is left out.
 *
 * @returns null when there is nothing to mend
 */
export function mendKey(key: string, vocabulary: Vocabulary, meter?: Meter): string | null {
  let mended = false;
  if (meter !== undefined) meter.steps += 2 * key.length;
  const words = key.split(' ').map((word) => {
    const known = rememberedMend(word, vocabulary);
    if (known !== null) mended = true;
    return known ?? word;
  });
  return mended ? words.join(' ') : null;
}

function rememberedMend(word: string, vocabulary: Vocabulary): string | null {
  const { lately } = vocabulary;
  const before = lately.get(word);
  if (before !== undefined) return before;
  if (lately.size >= MOST_LATELY) lately.clear();
  const mended = mendWord(word, vocabulary);
  lately.set(word, mended);
  return mended;
}

function mendWord(word: string, { words, byDeletion }: Vocabulary): string | null {
  if (word.length < SHORTEST_WORD || word.length > LONGEST_WORD || words.has(word)) return null;
  if (word.endsWith('s') && words.has(word.slice(0, -1))) return null;
  const near = new Set<string>(byDeletion.get(word));
  for (const left of deletions(word)) {
    if (words.has(left)) near.add(left);
    for (const known of byDeletion.get(left) ?? []) near.add(known);
  }
  const fitting = [...near].filter((known) => isOneErrorAway(word, known));
  return fitting.length === 1 ? (fitting[0] as string) : null;
}

function isOneErrorAway(word: string, known: string): boolean {
  if (word[0] !== known[0] || spellingDistance(word, known, 1) !== 1) return false;
  if (word.at(-1) !== known.at(-1)) return !word.endsWith('e') && !known.endsWith('s') && known.startsWith(word);
  if (word.length !== known.length || word.length >= SHORTEST_WITH_REPLACEMENT) return true;
  return [...word].sort().join('') === [...known].sort().join('');
}
