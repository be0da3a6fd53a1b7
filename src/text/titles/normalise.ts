import { plainText } from '../plain.js';
import { PAIR_SPELLINGS, WORD_SPELLINGS, WORKER_NOUNS } from './abbreviations.js';
import { isNoiseSegment, isRequisition } from './noise.js';

/** The most characters of a title that are read; longer texts are not titles. */
export const TITLE_LIMIT = 300;

const SEGMENT = '\u0001';

/**
 * The key under which a job title is compared and stored: lower case, HTML entities decoded, accents folded,
 * punctuation made spaces (`c++`, `c#`, `.net` and `node.js` keep theirs), requisition numbers, places and
 * contract forms dropped where they stand in a segment of their own, common abbreviations written out and
 * plural worker nouns made singular. Level words stay: see `parseLevel`.
 *
 * A text that holds nothing but noise gives the empty key.
 *
 * @param raw a title as written; only its first 300 characters are read
 * @example normaliseTitle('Sr. ML Eng (Remote) - R12345') // 'senior machine learning engineer'
 */
export function normaliseTitle(raw: string): string {
  const marked = markSegments(plainText(raw, TITLE_LIMIT));
  const segments = marked.split(SEGMENT).map(tokens);
  const kept = segments.filter((words) => words.length > 0 && !isNoiseSegment(words));
  const words = (kept.length > 0 ? kept : [[]]).flat().filter((word) => !isRequisition(word));
  return collapseRepeats(writeOut(words)).join(' ');
}

/** Puts a mark wherever a title's punctuation ends one segment and begins another. */
function markSegments(text: string): string {
  return text
    .replace(/[()[\]{}|;,:•·‧@]/g, SEGMENT)
    .replace(/(?:\s[-‐-―_~/]+)|(?:[-‐-―_]+\s)/g, SEGMENT)
    .replace(/[—―]/g, SEGMENT);
}

function tokens(segment: string): string[] {
  return segment
    .replace(/c\s?\+\+|cpp\b/g, ' cplusplus ')
    .replace(/(^|[^a-z])([cf])#/g, '$1 $2sharp ')
    .replace(/(^|[^a-z])(?:asp)?\.net\b/g, '$1 dotnet ')
    .replace(/\b(node|react|vue)\.js\b/g, '$1js')
    .replace(/\b[a-z]{0,12}\d{4,}(?:[-./]\d+)+\b/g, ' ')
    .replace(/'s\b/g, 's')
    .replace(/['’`]/g, '')
    .replace(/\b([a-z])\.(?=[a-z]\b)/g, '$1')
    .replace(/\br\s?&\s?d\b/g, ' research development ')
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => SYMBOL_NAMES.get(word) ?? word);
}

const SYMBOL_NAMES: ReadonlyMap<string, string> = new Map([
  ['cplusplus', 'c++'],
  ['csharp', 'c#'],
  ['fsharp', 'f#'],
]);

/** Expands abbreviations, two tokens before one, and makes worker nouns singular. */
function writeOut(words: readonly string[]): string[] {
  const out: string[] = [];
  for (let i = 0; i < words.length; i += 1) {
    const word = words[i] as string;
    const next = words[i + 1];
    const pair = next === undefined ? undefined : PAIR_SPELLINGS.get(`${word} ${next}`);
    if (pair !== undefined) {
      out.push(...pair.split(' '));
      i += 1;
      continue;
    }
    out.push(...(WORD_SPELLINGS.get(word) ?? singular(word)).split(' '));
  }
  return out;
}

function singular(word: string): string {
  if (word.endsWith('ies') && WORKER_NOUNS.has(`${word.slice(0, -3)}y`)) return `${word.slice(0, -3)}y`;
  const stem = word.endsWith('s') ? word.slice(0, -1) : word;
  return stem !== word && WORKER_NOUNS.has(stem) ? stem : word;
}

/** `chief executive officer (CEO)` and `FDE (Forward Deployed Engineer)` say one thing twice: it is kept once. */
function collapseRepeats(words: readonly string[]): readonly string[] {
  for (let size = Math.min(6, words.length >> 1); size >= 2; size -= 1) {
    for (let start = 0; start + 2 * size <= words.length; start += 1) {
      if (repeats(words, start, size)) return [...words.slice(0, start + size), ...words.slice(start + 2 * size)];
    }
  }
  return words.filter((word, i) => word !== words[i - 1]);
}

function repeats(words: readonly string[], start: number, size: number): boolean {
  for (let i = 0; i < size; i += 1) if (words[start + i] !== words[start + size + i]) return false;
  return true;
}
