/** Every listed skill and credential a text names, with what the text says of each. */
import type { Meter } from '../meter.js';
import { isAboutTheWork, isAskedByName, needOf } from './asked.js';
import { certainLists, isTheSkill } from './certainty.js';
import { ownNames } from './employer-names.js';
import { type Candidate, findNames, type Reading, sentenceEnd } from './find-names.js';
import { SENTENCE_END } from './gaps.js';
import { isDenied } from './negation.js';
import { scanWords } from './scan-words.js';
import { readSections, type SectionStart } from './sections.js';
import { Sentence } from './sentence.js';
import type { Section, SkillIndex } from './skill-index.js';

export interface SkillMention {
  readonly type: 'skill' | 'credential';
  readonly id: string;
  readonly name: string;
  /** UTF-16 offsets in the input, end exclusive. */
  readonly span: readonly [number, number];
  /** Part of the posting, by its headings. */
  readonly section: Section;
  /**
   * `asked`: it says something about the work. `denied`: the text says that it is not needed. `aside`: it names a
   * customer, an investor, a perk, the employer's own product or the way to apply.
   */
  readonly use: 'asked' | 'denied' | 'aside';
  readonly need: 'required' | 'preferred' | 'mentioned';
}

/**
 * Reads every mention of a listed skill or credential, in text order, one for each time it is named.
 *
 * Takes plain text, Markdown or HTML of any length and works in time linear in it. Nothing is inferred: each mention
 * is a spelling that stands in the text.
 *
 * @param input any text
 * @param index made by `buildSkillIndex`
 */
export function readSkillMentions(
  input: string,
  index: SkillIndex,
  meter: Meter = { steps: 0 },
): { input: string; mentions: SkillMention[] } {
  const words = scanWords(input, index.vocabulary, meter);
  const reading: Reading = { text: input, words, index, meter };
  const candidates = findNames(reading);
  if (candidates.length === 0) return { input, mentions: [] };
  const lists = certainLists(candidates);
  const own = ownNames(reading, candidates);
  const mentions: SkillMention[] = [];
  for (const sentence of sentences(reading, candidates)) {
    for (const spelt of sentence.candidates) {
      const candidate = meant(spelt, (one) => isTheSkill(reading, sentence, one, lists));
      if (candidate === null) continue;
      const { type, id, name } = candidate.form.entry;
      const span = [words.from(candidate.first), words.to(candidate.last)] as const;
      const use = useOf(reading, sentence, candidate, own);
      mentions.push({ type, id, name, span, section: sentence.section, use, need: needOf(reading, sentence) });
    }
  }
  return { input, mentions };
}

/** The name that a spelling stands for where it is, or null when it stands for none. */
function meant(spelt: Candidate, isSkill: (candidate: Candidate) => boolean): Candidate | null {
  if (isSkill(spelt)) return spelt;
  for (const form of spelt.others) {
    const other: Candidate = { ...spelt, form };
    if (isSkill(other)) return other;
  }
  return null;
}

function useOf(
  reading: Reading,
  sentence: Sentence,
  candidate: Candidate,
  own: ReadonlySet<string>,
): SkillMention['use'] {
  if (isDenied(reading, sentence, candidate)) return 'denied';
  if (own.has(candidate.form.entry.id) && !isAskedByName(reading, sentence, candidate)) return 'aside';
  return isAboutTheWork(reading, sentence, candidate) ? 'asked' : 'aside';
}

/** The sentences that hold names, in order. */
function* sentences(reading: Reading, candidates: readonly Candidate[]): Generator<Sentence> {
  const { words, meter } = reading;
  const sections = readSections(reading, candidates);
  let part = 0;
  let done = 0;
  for (let at = 0; at < candidates.length; ) {
    const { first } = candidates[at]!;
    let from = first;
    while (from > done && (words.gap(from) & SENTENCE_END) === 0) from -= 1;
    const to = sentenceEnd(words, first);
    meter.steps += to - from;
    let end = at + 1;
    while (end < candidates.length && candidates[end]!.first < to) end += 1;
    part = partAt(sections, part, first);
    yield new Sentence(reading, { from, to, section: sections[part]!.section }, candidates.slice(at, end));
    done = to;
    at = end;
  }
}

function partAt(sections: readonly SectionStart[], from: number, word: number): number {
  let part = from;
  while (part + 1 < sections.length && sections[part + 1]!.from <= word) part += 1;
  return part;
}
