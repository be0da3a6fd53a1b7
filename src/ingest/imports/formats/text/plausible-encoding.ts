/** Which encoding makes words of the bytes that are not UTF-8. */
import chardet from 'chardet';

/** Labels that TextDecoder knows by another name. */
const LABELS: Readonly<Record<string, string>> = { 'ISO-8859-1': 'windows-1252', ASCII: 'windows-1252' };

/** What Western files are in, where nothing says otherwise. */
const USUAL = 'windows-1252';

/** Encodings tried whatever the guess, with the little confidence that their use gives them. */
const TRIED: Readonly<Record<string, number>> = { [USUAL]: 12, 'windows-1250': 8, 'windows-1251': 8, 'koi8-r': 6 };

/** Spaces, digits and punctuation of ASCII end a word. */
const BETWEEN_WORDS = /[\s\u0000-@[-`{-\u007f]+/;
/** Signs that stand inside or after no word: letters of another encoding. */
const SIGN_IN_WORD = /\p{L}[¿¡×÷§©«»±µ]\p{L}|\p{L}[³¹¼½¾¶¦¨´¸¯¤¬¢£¥]/u;
const SCRIPTS = [
  /\p{Script=Latin}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Hebrew}/u,
  /\p{Script=Arabic}/u,
];

/**
 * The encoding of bytes that are not UTF-8.
 *
 * @param sample lines with bytes beyond ASCII, some kilobytes of them
 * @returns a label of the WHATWG standard, which TextDecoder takes
 */
export function plausibleEncoding(sample: Uint8Array): string {
  const candidates = chardet.analyse(sample).map(({ name, confidence }) => ({ label: labelOf(name), confidence }));
  const tried = Object.entries(TRIED).map(([label, confidence]) => ({ label, confidence }));
  const scored = [...candidates, ...tried]
    .filter(({ label }) => isKnown(label))
    .map(({ label, confidence }) => ({ label, score: confidence * (1 - oddShare(decode(sample, label))) }));
  const { label } = scored.reduce((first, next) => (next.score > first.score ? next : first));
  return decode(sample, label) === decode(sample, USUAL) ? USUAL : label;
}

/** Whether TextDecoder can read the encoding. */
export function isKnown(label: string): boolean {
  try {
    return new TextDecoder(label).encoding !== 'replacement';
  } catch {
    return false;
  }
}

function labelOf(name: string): string {
  return (LABELS[name] ?? name).toLowerCase();
}

function decode(bytes: Uint8Array, label: string): string {
  return new TextDecoder(label).decode(bytes);
}

function oddShare(text: string): number {
  const words = text.split(BETWEEN_WORDS).filter((word) => /[^\u0000-\u007f]/.test(word));
  return words.length === 0 ? 0 : words.filter(isOdd).length / words.length;
}

function isOdd(word: string): boolean {
  if (/[\uFFFD\u0080-\u009F\p{Co}]/u.test(word)) return true;
  if (SIGN_IN_WORD.test(word)) return true;
  if (SCRIPTS.filter((script) => script.test(word)).length > 1) return true;
  return /\p{Ll}\p{Lu}|^\p{Ll}.*\p{Lu}{2}/u.test(word) && !/^[\p{ASCII}]*$/u.test(word);
}
