/** The words of all names: which ones a typed word may mean, and at what cost. */
import SearchableMap from 'minisearch/SearchableMap';
import { spellingDistance } from '../spelling-distance.js';

/**
 * How far to look: words as typed or begun; with one mistake; with two mistakes, or one in the beginning of the last
 * word.
 */
export type Effort = 'typed' | 'misspelt' | 'far';

export interface Candidates {
  /** Names that hold a word, and what the word costs: 0 as typed, below 1 its beginning, from 1 a mistake. Cheapest first. */
  readonly lists: readonly (readonly [names: readonly number[], cost: number])[];
  /** Names in all lists together. */
  readonly size: number;
}

/** From this cost on a word is not what was typed. */
export const MISTAKE = 1;

/** Letters from which a word may be misspelt, and from which by two letters. */
const SHORTEST_MISSPELT = 3;
const LONG = 6;
/** Letters from which the beginning of a word may be misspelt, and those that it must share. */
const SHORTEST_BEGINNING = 4;
const SHARED_START = 2;
/** Letters of a word that, before the last one, is taken as it is where it is known: `of`, `it`, `ml`. */
const WHOLE = 2;
const NUMBER = /\d/;
/** Words that begin as typed, at most. */
const MOST_BEGINNINGS = 4_000;
/** Words looked up last whose candidates are kept: the words of a query are looked up again and again. */
const KEPT = 64;

type Found = Map<readonly number[], number>;

export class WordIndex {
  readonly #words = new SearchableMap<number[]>();
  readonly #kept = new Map<string, Candidates>();

  /** Notes that a name holds a word. */
  add(word: string, name: number): void {
    const names = this.#words.get(word);
    if (names === undefined) this.#words.set(word, [name]);
    else if (names[names.length - 1] !== name) names.push(name);
  }

  has(word: string): boolean {
    return this.#words.has(word);
  }

  /**
   * What a word may mean.
   *
   * @param last whether it is the last one typed, which may be unfinished
   */
  candidates(word: string, effort: Effort, last: boolean): Candidates {
    const key = `${effort} ${last} ${word}`;
    const known = this.#kept.get(key);
    if (known !== undefined) return known;
    const lists = [...this.#find(word, effort, last)].sort(([, a], [, b]) => a - b);
    const candidates = { lists, size: lists.reduce((sum, [names]) => sum + names.length, 0) };
    if (this.#kept.size >= KEPT) this.#kept.clear();
    this.#kept.set(key, candidates);
    return candidates;
  }

  #find(word: string, effort: Effort, last: boolean): Found {
    const found = this.#typed(word, last);
    if (effort === 'typed') return found;
    this.#addMisspelt(word, effort === 'far' && word.length >= LONG ? 2 : 1, found);
    if (effort === 'far' && last) this.#addBegun(word, found);
    return found;
  }

  #typed(word: string, last: boolean): Found {
    const whole = this.#words.get(word);
    if (whole !== undefined && !last && word.length <= WHOLE) return new Map([[whole, 0]]);
    const found: Found = new Map();
    let looked = 0;
    for (const [known, names] of this.#words.atPrefix(word)) {
      found.set(names, 0.1 + Math.min(0.4, (known.length - word.length) * 0.05));
      looked += 1;
      if (looked >= MOST_BEGINNINGS) break;
    }
    if (whole !== undefined) found.set(whole, 0);
    return found;
  }

  /** Words that differ by a letter or two; other numbers are other things. */
  #addMisspelt(word: string, most: number, found: Found): void {
    if (word.length < SHORTEST_MISSPELT || NUMBER.test(word)) return;
    for (const [known, [names, distance]] of this.#words.fuzzyGet(word, most)) {
      if (!found.has(names) && !NUMBER.test(known)) found.set(names, distance * MISTAKE);
    }
    for (const swapped of swaps(word)) {
      const names = this.#words.get(swapped);
      if (names !== undefined) found.set(names, Math.min(found.get(names) ?? MISTAKE, MISTAKE));
    }
  }

  /** Words whose beginning is misspelt: `lerni` for `learning`. */
  #addBegun(word: string, found: Found): void {
    if (word.length < SHORTEST_BEGINNING || NUMBER.test(word)) return;
    for (const [known, names] of this.#words.atPrefix(word.slice(0, SHARED_START))) {
      if (found.has(names) || known.length < word.length) continue;
      if (spellingDistance(word, known.slice(0, word.length + 1), 1) <= 1) found.set(names, 1.5 * MISTAKE);
    }
  }

  /** The two known words that were typed as one, or null. */
  divided(word: string): [string, string] | null {
    for (let at = 3; at <= word.length - 3; at += 1) {
      const [left, right] = [word.slice(0, at), word.slice(at)];
      if (this.has(left) && this.has(right)) return [left, right];
    }
    return null;
  }
}

/** The word with each pair of neighbouring letters exchanged. */
function swaps(word: string): string[] {
  return Array.from(
    { length: word.length - 1 },
    (_, at) => word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2),
  );
}
