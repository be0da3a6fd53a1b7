/** The listed skills and credentials that a name stands for. */
import { scanWords } from './scan-words.js';
import type { SkillIndex } from './skill-index.js';

/**
 * Ids of all listed skills and credentials one of whose spellings is this very name, in any case; empty when it is
 * not listed. For names from other lists and for checking; in running text use `extractSkills`.
 *
 * @param name a name alone, not a text
 */
export function listedIds(name: string, index: SkillIndex): string[] {
  const words = scanWords(name, index.vocabulary);
  if (words.count === 0) return [];
  let node = index.names.begin(words.word(0));
  for (let at = 1; at < words.count && node !== 0; at += 1) node = index.names.next(node, words, at);
  if (node === 0) return [];
  return [...new Set((index.names.valuesAt(node) ?? []).map(({ entry }) => entry.id))];
}
