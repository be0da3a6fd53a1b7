/** Parts of a posting by their headings. */

import type { Candidate, Reading } from './find-names.js';
import { GAP } from './gaps.js';
import type { Section } from './skill-index.js';

/** A part of a posting: it runs from a word to the next part's first word. */
export interface SectionStart {
  readonly from: number;
  readonly section: Section;
}

/** A heading has at most so many words; where a colon ends it, so many before the colon. */
const LONGEST_HEADING = 12;
const LONGEST_LABEL = 8;
/** A short line that names no known part still ends a part that asks nothing of the worker. */
const LONGEST_UNKNOWN_HEADING = 6;

const ASKS_NOTHING: ReadonlySet<Section> = new Set(['company', 'benefits', 'legal', 'application']);

/** The parts of a text in order; the first begins at word 0. A line that names a skill is no heading. */
export function readSections(reading: Reading, candidates: readonly Candidate[]): SectionStart[] {
  const { words } = reading;
  const starts: SectionStart[] = [{ from: 0, section: 'unknown' }];
  const skills = candidates.filter(({ form }) => form.certain && !form.entry.firm);
  let next = 0;
  let line = 0;
  while (line < words.count) {
    let end = line + 1;
    while (end < words.count && (words.gap(end) & GAP.line) === 0) end += 1;
    while (next < skills.length && skills[next]!.first < line) next += 1;
    const named = next < skills.length && skills[next]!.first < end;
    const section = headingOf(reading, { line, end, named }, starts.at(-1)!.section);
    if (section !== null) starts.push({ from: line, section });
    line = end;
  }
  reading.meter.steps += words.count;
  return starts;
}

interface Line {
  readonly line: number;
  readonly end: number;
  /** Whether a skill is named in it. */
  readonly named: boolean;
}

/** The part that a line opens, or null when it is no heading. */
function headingOf(reading: Reading, { line, end, named }: Line, current: Section): Section | null {
  const { words } = reading;
  if (words.gap(line) & GAP.bullet) return null;
  const label = labelEnd(reading, line, end);
  const isLine = end - line <= LONGEST_HEADING && (words.gap(end) & GAP.stop) === 0;
  const isQuestion = end - line <= LONGEST_HEADING && reading.text.charCodeAt(words.to(end - 1)) === 63;
  if (label === null && (named || !(isLine || isQuestion))) return null;
  const to = label ?? end;
  const section = namedSection(reading, line, to);
  if (section !== null) return section;
  const short = to - line <= LONGEST_UNKNOWN_HEADING && to === end && !hasComma(reading, line, end);
  return short && ASKS_NOTHING.has(current) && isCapital(reading, line) ? 'unknown' : null;
}

/** End of the words before a colon at the head of a line, or null. */
function labelEnd({ words }: Reading, line: number, end: number): number | null {
  for (let at = line + 1; at <= Math.min(end, line + LONGEST_LABEL); at += 1) {
    if (words.gap(at) & GAP.colon) return at;
    if (words.gap(at) & (GAP.stop | GAP.comma)) return null;
  }
  return null;
}

/** The part whose phrase is the longest of those in a heading; of equally long ones the first. */
function namedSection({ words, index, meter }: Reading, from: number, to: number): Section | null {
  let best: Section | null = null;
  let longest = 0;
  for (let at = from; at < to; at += 1) {
    let node = index.headings.begin(words.word(at));
    for (let last = at; node !== 0; ) {
      const phrase = index.headings.valuesAt(node)?.[0];
      const length = last - at + 1;
      if (phrase !== undefined && length > longest && !(phrase.whole && length < to - from)) {
        best = phrase.section;
        longest = length;
      }
      last += 1;
      meter.steps += 1;
      if (last >= to) break;
      node = index.headings.next(node, words, last);
    }
  }
  return best;
}

function hasComma({ words }: Reading, line: number, end: number): boolean {
  for (let at = line + 1; at < end; at += 1) if (words.gap(at) & GAP.comma) return true;
  return false;
}

function isCapital({ text, words }: Reading, at: number): boolean {
  const code = text.charCodeAt(words.from(at));
  return code >= 65 && code <= 90;
}
