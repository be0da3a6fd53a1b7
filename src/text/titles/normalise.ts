import type { Meter } from '../meter.js';
import { plainText } from '../plain.js';
import { PAIR_SPELLINGS, WORD_SPELLINGS, WORKER_NOUNS } from './abbreviations.js';
import { collapseRepeats } from './collapse-repeats.js';
import { isNoiseSegment, isRequisition, trimNoise } from './noise.js';
import { respell } from './phrase-spellings.js';
import { SEGMENT, SLASH, titleWords } from './words.js';

/** The most characters of a title that are read; longer texts are not titles. */
export const TITLE_LIMIT = 300;

/**
 * The key under which a job title is compared and stored: lower case, HTML entities decoded, accents folded,
 * punctuation made spaces (`c++`, `c#`, `.net` and `node.js` keep theirs), requisition numbers, amounts of money,
 * gender marks, places and contract forms dropped, common abbreviations written out, common words of other
 * languages made English and plural worker nouns made singular. A slash between two level words becomes `or`.
 * Level words stay: see `parseLevel`.
 *
 * A text that holds nothing but noise gives the empty key.
 *
 * @param raw   a title as written; only its first 300 characters are read
 * @param meter counts characters and words visited
 * @example normaliseTitle('Sr. ML Eng (Remote) - R12345') // 'senior machine learning engineer'
 */
export function normaliseTitle(raw: string, meter?: Meter): string {
  return segmentsKey(titleSegments(raw, meter), meter);
}

/** The key of some segments of `titleSegments`. */
export function segmentsKey(segments: readonly (readonly string[])[], meter?: Meter): string {
  const words = collapseRepeats(writeOut(respell(segments.flat())));
  if (meter !== undefined) meter.steps += PASSES * words.length;
  return words.join(' ');
}

/**
 * The segments of a title that speak of the work, as words, before abbreviations are written out.
 *
 * @example titleSegments('ML Lead (Remote)') // [['ml', 'lead']]
 */
export function titleSegments(raw: string, meter?: Meter): (readonly string[])[] {
  const segments: string[][] = [[]];
  for (const word of titleWords(plainText(raw, TITLE_LIMIT), meter)) {
    if (word === SEGMENT) segments.push([]);
    else (segments[segments.length - 1] as string[]).push(word);
  }
  const kept: (readonly string[])[] = [];
  for (const marked of segments) {
    const words = withoutGenderMarks(joinSlashes(marked, kept));
    if (isNoiseSegment(words, kept.length === 0)) continue;
    const trimmed = trimNoise(words.filter((word) => !isRequisition(word)));
    if (trimmed.length > 0) kept.push(trimmed);
  }
  return kept;
}

/** Words that `/` joins as alternatives: `Senior/Staff Engineer`, `Engineer II/III`. */
const ALTERNATIVES: ReadonlySet<string> = new Set(
  (
    'intern entry junior jr jnr mid middle intermediate senior sr snr lead staff principal manager director ' +
    'i ii iii iv v l3 l4 l5 l6 l7 e3 e4 e5 e6'
  ).split(' '),
);

/** Slashes between two levels become `or`; all others go. */
function joinSlashes(words: readonly string[], before: readonly (readonly string[])[]): readonly string[] {
  if (!words.includes(SLASH)) return words;
  const joined: string[] = [];
  words.forEach((word, at) => {
    if (word !== SLASH) joined.push(word);
    else {
      const left = at > 0 ? words[at - 1] : before[before.length - 1]?.at(-1);
      if (ALTERNATIVES.has(left ?? '') && ALTERNATIVES.has(words[at + 1] ?? '')) joined.push('or');
    }
  });
  return joined;
}

/** Looks at each word while a key is made of them. */
const PASSES = 8;

const GENDER_LETTERS: ReadonlySet<string> = new Set(['m', 'w', 'f', 'd', 'x', 'h', 'i']);

/** Drops `m w d`, `f h` and the like where they stand together at a segment's end. */
function withoutGenderMarks(words: readonly string[]): readonly string[] {
  let from = words.length;
  while (from > 0 && GENDER_LETTERS.has(words[from - 1] as string)) from -= 1;
  const marks = words.slice(from);
  const marked =
    marks.length >= 2 && (marks.includes('f') || marks.includes('w')) && (marks.includes('m') || marks.includes('h'));
  return marked ? words.slice(0, from) : words;
}

/** Expands abbreviations, two tokens before one, and makes worker nouns singular. */
function writeOut(words: readonly string[]): string[] {
  const out: string[] = [];
  for (let i = 0; i < words.length; i += 1) {
    const word = words[i] as string;
    const next = words[i + 1];
    const pair = next !== undefined && PAIR_BEGINNINGS.has(word) ? PAIR_SPELLINGS.get(`${word} ${next}`) : undefined;
    if (pair !== undefined) {
      out.push(...pair.split(' '));
      i += 1;
      continue;
    }
    const spelling = WORD_SPELLINGS.get(word);
    if (spelling === undefined) out.push(singular(word));
    else out.push(...spelling.split(' '));
  }
  return out;
}

const PAIR_BEGINNINGS: ReadonlySet<string> = new Set(
  [...PAIR_SPELLINGS.keys()].map((pair) => pair.split(' ')[0] as string),
);

function singular(word: string): string {
  if (!word.endsWith('s')) return word;
  if (word.endsWith('ies') && WORKER_NOUNS.has(`${word.slice(0, -3)}y`)) return `${word.slice(0, -3)}y`;
  const stem = word.slice(0, -1);
  return WORKER_NOUNS.has(stem) && stem !== 'lead' ? stem : word;
}
