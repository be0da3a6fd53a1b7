import { plainText } from '../plain.js';

/** The most characters and words of a query or a name that are read. */
const LONGEST = 120;
const MOST_WORDS = 8;

/**
 * The words under which names are compared in a search: lower case, without accents and punctuation; `c++`, `c#`,
 * `.net` and `node.js` stay whole, `U.S.` is `us`.
 *
 * @example searchWords('Sr. C++ Developer (Node.js)') // ['sr', 'c++', 'developer', 'node.js']
 */
export function searchWords(text: string): string[] {
  const found = plainText(text, LONGEST)
    .replace(/['’`]/g, '')
    .replace(/\b(?:\p{L}\.){2,}/gu, (initials) => initials.replaceAll('.', ''))
    .replace(/&/g, ' and ')
    .match(WORD);
  return (found ?? []).slice(0, MOST_WORDS);
}

const WORD = /\.net\b|[\p{L}\p{N}]+(?:\.js\b|\+\+|#)?/gu;
