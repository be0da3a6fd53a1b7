/** Names of columns as words that can be compared. */

const LONGEST = 200;
/** Marks of Latin letters alone: those of Japanese kana make other letters. */
const LATIN_MARKS = /[\u0300-\u036f]/g;
const LETTERS: ReadonlyMap<string, string> = new Map([
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ø', 'o'],
  ['ł', 'l'],
  ['đ', 'd'],
]);

/**
 * Words of a name: lower case, without accents, split at spaces, punctuation and changes of case; signs of currencies
 * are words.
 *
 * @example headerWords('baseSalary.value_min (€)') // ['base', 'salary', 'value', 'min', '€']
 */
export function headerWords(name: string): string[] {
  const split = name
    .slice(0, LONGEST)
    .normalize('NFKC')
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .toLowerCase();
  const plain = split.normalize('NFD').replace(LATIN_MARKS, '').normalize('NFC');
  const folded = plain.replace(/[ßæœøłđ]/g, (letter) => LETTERS.get(letter) ?? letter);
  return folded
    .replace(/(\p{Sc})/gu, ' $1 ')
    .split(/[^\p{L}\p{N}\p{M}\p{Sc}]+/u)
    .filter((word) => word !== '');
}

/** The words as one text, the form in which names are compared. */
export function headerKey(name: string): string {
  return headerWords(name).join(' ');
}

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/**
 * Whether a phrase stands among the words of a name; scripts without spaces are found anywhere inside.
 *
 * @param key    of the name, see {@link headerKey}
 * @param phrase in the same form
 */
export function containsPhrase(key: string, phrase: string): boolean {
  if (UNSPACED.test(phrase) && phrase.length > 1) return key.includes(phrase);
  return ` ${key} `.includes(` ${phrase} `);
}
