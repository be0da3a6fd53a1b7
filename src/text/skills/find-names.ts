/** The spellings of listed names that occur in a text, the longest at each place. */
import type { Meter } from '../meter.js';
import { GAP, SENTENCE_END } from './gaps.js';
import type { Words } from './scan-words.js';
import type { Form, SkillIndex } from './skill-index.js';

/** A spelling of a listed name in a text; whether it is a skill there is decided later. */
export interface Candidate {
  readonly form: Form;
  /** Other names that are spelt the same: `EMR` is two things. */
  readonly others: readonly Form[];
  /** Its first and last word. */
  readonly first: number;
  readonly last: number;
  /** Names that follow each other as items of one list share a number. */
  readonly list: number;
}

/** What the names of a text are read from. */
export interface Reading {
  readonly text: string;
  readonly words: Words;
  readonly index: SkillIndex;
  readonly meter: Meter;
}

/** The longest spelling in words; longer walks are cut. */
const LONGEST_NAME = 12;
/** What ends an item of a list that goes over lines. */
const ITEM_END = GAP.line | GAP.comma | GAP.slash;
/** Linking words that may stand between two items of a list: `Python, or also Go`. */
const MOST_LINK_WORDS = 2;

export function findNames(reading: Reading): Candidate[] {
  const { words, index } = reading;
  const candidates: Candidate[] = [];
  let list = 0;
  let at = 0;
  while (at < words.count) {
    const start = index.names.begin(words.word(at));
    const found = start === 0 ? null : longestAt(reading, at, start);
    if (found === null) {
      at += 1;
      continue;
    }
    const previous = candidates.at(-1);
    if (previous === undefined || !isNextItem(reading, previous.last, at, found.last)) list += 1;
    candidates.push({ form: found.form, others: found.others, first: at, last: found.last, list });
    at = found.last + 1;
  }
  reading.meter.steps += words.count;
  return candidates;
}

interface Found {
  readonly form: Form;
  readonly others: readonly Form[];
  readonly last: number;
}

const NO_FORMS: readonly Form[] = [];

function longestAt(reading: Reading, at: number, start: number): Found | null {
  const { words, index, meter } = reading;
  let found: Found | null = null;
  let node = start;
  for (let last = at; node !== 0; ) {
    const forms = speltForms(reading, at, index.names.valuesAt(node));
    if (forms.length > 0) found = { form: forms[0]!, others: forms.length > 1 ? forms.slice(1) : NO_FORMS, last };
    last += 1;
    meter.steps += 1;
    if (last >= words.count || last - at >= LONGEST_NAME) break;
    node = index.names.next(node, words, last);
  }
  return found !== null && isAddress(reading, at, found.last) ? null : found;
}

/** The forms whose letters stand in the text. */
function speltForms({ text, words }: Reading, at: number, forms: readonly Form[] | undefined): readonly Form[] {
  if (forms === undefined) return NO_FORMS;
  const isSpelt = ({ spelling }: Form): boolean =>
    spelling === null || spelling.every((word, i) => text.startsWith(word, words.from(at + i)));
  if (forms.length > 1) return forms.filter(isSpelt);
  return isSpelt(forms[0]!) ? forms : NO_FORMS;
}

/** Part of a link, an address or a file name: `python.org`, `me@go.dev`, `https://react.dev`. */
function isAddress({ text, words, index, meter }: Reading, first: number, last: number): boolean {
  const after = words.gap(last + 1);
  if (after & GAP.at || words.gap(first) & GAP.at) return true;
  if (after === GAP.dot && index.addressWords.has(words.word(last + 1))) return true;
  const from = words.from(first);
  if (text.charCodeAt(from - 1) === 95 || text.charCodeAt(words.to(last)) === 95) return true;
  for (let at = from - 1; at >= 0 && from - at <= LONGEST_ADDRESS; at -= 1) {
    meter.steps += 1;
    const code = text.charCodeAt(at);
    if (code === 47 && text.charCodeAt(at - 1) === 47) return true;
    if (!isAddressUnit(code)) return false;
  }
  return false;
}

/** How far back from a name the `//` of its address is looked for. */
const LONGEST_ADDRESS = 120;

/** Letters, digits and `-./?=&%_~#:+`. */
function isAddressUnit(code: number): boolean {
  return (
    (code > 34 &&
      code < 64 &&
      code !== 39 &&
      code !== 40 &&
      code !== 41 &&
      code !== 44 &&
      code !== 60 &&
      code !== 62) ||
    (code > 64 && code < 91) ||
    (code > 94 && code < 123) ||
    code === 126
  );
}

/** Whether nothing but commas, strokes, line breaks and linking words stands between two names. */
function isNextItem({ words, index }: Reading, last: number, next: number, nextLast: number): boolean {
  if (next - last > MOST_LINK_WORDS + 1) return false;
  for (let at = last + 1; at <= next; at += 1) {
    const gap = words.gap(at);
    if (gap & (GAP.stop | GAP.at | GAP.hyphen | GAP.apostrophe)) return false;
    if (gap & GAP.line && (words.gap(nextLast + 1) & ITEM_END) === 0) return false;
    if (at < next && !index.linkWords.has(words.word(at))) return false;
  }
  return next - last > 1 || (words.gap(next) & ~GAP.space) !== 0;
}

/** First word of the next sentence or line at or after a word. */
export function sentenceEnd(words: Words, at: number): number {
  let end = at + 1;
  while (end < words.count && (words.gap(end) & SENTENCE_END) === 0) end += 1;
  return Math.min(end, words.count);
}
