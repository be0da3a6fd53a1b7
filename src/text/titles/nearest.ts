import { spellingDistance } from '../spelling-distance.js';
import { WORKER_NOUNS } from './abbreviations.js';
import type { TitleCandidate } from './occupations.js';

/** Titles arranged for approximate look-up. Build once with `buildTitleIndex`. */
export interface TitleIndex {
  readonly entries: readonly { readonly key: string; readonly words: readonly string[]; readonly norm: number }[];
  readonly rows: ReadonlyMap<string, readonly TitleCandidate[]>;
  /** Positions in `entries` by word. */
  readonly byWord: ReadonlyMap<string, readonly number[]>;
  /** Inverse document frequency of each word. */
  readonly rarity: ReadonlyMap<string, number>;
  /** Words by the trigrams they hold, for mending typing errors. */
  readonly byTrigram: ReadonlyMap<string, readonly string[]>;
}

export interface NearTitle {
  readonly key: string;
  /** Weighted cosine of the two sets of words, fraction in [0, 1]. */
  readonly score: number;
}

/** Below this similarity nothing is said. */
const LOWEST_SCORE = 0.7;
/** A known word is taken for a typing error of another that this many times as many titles hold. */
const FAR_COMMONER = 100;
const EMPTY_WORDS: ReadonlySet<string> = new Set(
  'of and or for the in to at with a an on by i my job work worker'.split(' '),
);

export function buildTitleIndex(candidates: readonly TitleCandidate[]): TitleIndex {
  const rows = new Map<string, TitleCandidate[]>();
  for (const row of candidates) {
    const present = rows.get(row.key);
    if (present === undefined) rows.set(row.key, [row]);
    else present.push(row);
  }
  const keys = [...rows.keys()]
    .map((key) => ({ key, words: contentWords(key) }))
    .filter(({ words }) => words.length > 0);
  const byWord = new Map<string, number[]>();
  keys.forEach(({ words }, at) => {
    for (const word of words) {
      const list = byWord.get(word);
      if (list === undefined) byWord.set(word, [at]);
      else list.push(at);
    }
  });
  const rarity = new Map([...byWord].map(([word, list]) => [word, Math.log(1 + keys.length / list.length)]));
  const entries = keys.map(({ key, words }) => ({ key, words, norm: norm(words, rarity) }));
  return { entries, rows, byWord, rarity, byTrigram: trigramIndex(byWord.keys()) };
}

function contentWords(key: string): string[] {
  return [...new Set(key.split(' '))].filter((word) => word !== '' && !EMPTY_WORDS.has(word));
}

function norm(words: readonly string[], rarity: ReadonlyMap<string, number>): number {
  return Math.sqrt(words.reduce((sum, word) => sum + (rarity.get(word) ?? 0) ** 2, 0));
}

function trigrams(word: string): string[] {
  const padded = ` ${word} `;
  const found = new Set<string>();
  for (let i = 0; i + 3 <= padded.length; i += 1) found.add(padded.slice(i, i + 3));
  return [...found];
}

function trigramIndex(words: Iterable<string>): Map<string, string[]> {
  const index = new Map<string, string[]>();
  for (const word of words) {
    for (const gram of trigrams(word)) {
      const list = index.get(gram);
      if (list === undefined) index.set(gram, [word]);
      else list.push(word);
    }
  }
  return index;
}

/**
 * The known word that a mistyped one most likely is, or null where none comes near: at most one edit away (two
 * from eight letters on), sharing the most trigrams, and far commoner where the word as written is known too.
 * Words of fewer than five letters are not mended.
 */
export function mendWord(
  word: string,
  index: TitleIndex,
): { readonly word: string; readonly similarity: number } | null {
  if (word.length < 5) return null;
  const uses = index.byWord.get(word)?.length ?? 0;
  const grams = trigrams(word);
  const shared = new Map<string, number>();
  for (const gram of grams) {
    for (const known of index.byTrigram.get(gram) ?? []) shared.set(known, (shared.get(known) ?? 0) + 1);
  }
  const most = word.length < 8 ? 1 : 2;
  let best: { word: string; similarity: number; uses: number; distance: number } | null = null;
  for (const [known, count] of shared) {
    const knownUses = index.byWord.get(known)?.length ?? 0;
    if (known === word || count < 2 || knownUses < Math.max(1, FAR_COMMONER * uses)) continue;
    const distance = spellingDistance(word, known, most);
    if (distance > most) continue;
    const similarity = (2 * count) / (grams.length + trigrams(known).length);
    const nearer = best === null || distance < best.distance || (distance === best.distance && knownUses > best.uses);
    if (nearer) best = { word: known, similarity, uses: knownUses, distance };
  }
  return best;
}

/** A key with its mistyped words mended; `similarity` is that of the worst of them, 1 when there are none. */
export function mendKey(key: string, index: TitleIndex): { readonly key: string; readonly similarity: number } {
  let similarity = 1;
  const words = key.split(' ').map((word) => {
    if (word === '' || EMPTY_WORDS.has(word)) return word;
    const mended = mendWord(word, index);
    if (mended === null) return word;
    similarity = Math.min(similarity, mended.similarity);
    return mended.word;
  });
  return { key: words.join(' '), similarity };
}

/**
 * Known titles nearest to a key, best first; empty where none is near enough to speak of.
 *
 * Similarity is the cosine of the two sets of words, each weighted by its inverse document frequency, so that
 * `engineer` counts little and `anesthetist` much; words that no title holds count fully against the match. Where
 * the key names a kind of worker, a title that names none of them is not near.
 */
export function nearestTitles(key: string, index: TitleIndex, limit: number): NearTitle[] {
  const words = contentWords(key);
  const unknown = Math.log(1 + index.entries.length);
  const weightOf = (word: string): number => index.rarity.get(word) ?? unknown;
  const queryNorm = Math.sqrt(words.reduce((sum, word) => sum + weightOf(word) ** 2, 0));
  const dots = new Map<number, number>();
  for (const word of words) {
    const weight = weightOf(word) ** 2;
    for (const at of index.byWord.get(word) ?? []) dots.set(at, (dots.get(at) ?? 0) + weight);
  }
  const workers = words.filter((word) => WORKER_NOUNS.has(word));
  const near: NearTitle[] = [];
  for (const [at, dot] of dots) {
    const entry = index.entries[at]!;
    const score = dot / (queryNorm * entry.norm);
    const worker = workers.length === 0 || workers.some((word) => entry.words.includes(word));
    if (score >= LOWEST_SCORE && worker) near.push({ key: entry.key, score });
  }
  return near.sort((a, b) => b.score - a.score || (a.key < b.key ? -1 : 1)).slice(0, limit);
}
