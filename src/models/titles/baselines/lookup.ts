/** The simplest rules: what the training employers mostly file the title, or its end, under. */
import { entry, type TitlePair } from '../training-rows.js';
import { modalOf, type TitleRule } from './classifier.js';

type Counts = Map<string, Map<number, number>>;

/** The commonest occupation of the very title, else the commonest of all. */
export function modalLookup(pairs: readonly TitlePair[]): TitleRule {
  const modal = modes(pairs, (key) => [key]);
  const fallback = commonest(pairs);
  return (key) => modal.get(key) ?? fallback;
}

/** The commonest occupation of the longest end of the title, in words, that any training title has as its end. */
export function suffixLookup(pairs: readonly TitlePair[]): TitleRule {
  const modal = modes(pairs, suffixes);
  const fallback = commonest(pairs);
  return (key) => {
    for (const suffix of suffixes(key)) {
      const found = modal.get(suffix);
      if (found !== undefined) return found;
    }
    return fallback;
  };
}

/** Longest first. */
function suffixes(key: string): string[] {
  const found = [key];
  for (let at = key.indexOf(' '); at >= 0; at = key.indexOf(' ', at + 1)) found.push(key.slice(at + 1));
  return found;
}

function modes(pairs: readonly TitlePair[], textsOf: (key: string) => string[]): Map<string, number> {
  const counts: Counts = new Map();
  for (const { key, occupation } of pairs) {
    for (const text of textsOf(key)) {
      const found = entry(counts, text, () => new Map<number, number>());
      found.set(occupation, (found.get(occupation) ?? 0) + 1);
    }
  }
  return new Map([...counts].map(([text, found]) => [text, modalOf(found)!]));
}

function commonest(pairs: readonly TitlePair[]): number {
  const counts = new Map<number, number>();
  for (const { occupation } of pairs) counts.set(occupation, (counts.get(occupation) ?? 0) + 1);
  return modalOf(counts) ?? 0;
}
