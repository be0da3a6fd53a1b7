/** Whether a name is asked of the worker, or only stands in the text. */
import type { Candidate, Reading } from './find-names.js';
import { GAP } from './gaps.js';
import { hasCueNear, type Sentence, wordsSinceCue } from './sentence.js';
import type { Section } from './skill-index.js';

const ASIDE: ReadonlySet<Section> = new Set(['benefits', 'legal', 'application']);
const ABOUT_THE_WORK: ReadonlySet<Section> = new Set(['requirements', 'preferred', 'duties', 'stack']);

/** Whether a name says something about the work: not a customer, a perk, an investor or the way to apply. */
export function isAboutTheWork(reading: Reading, sentence: Sentence, candidate: Candidate): boolean {
  const { cueKinds } = reading.index;
  const { entry } = candidate.form;
  const has = (kind: keyof typeof cueKinds): boolean => sentence.has(cueKinds[kind]);
  if (has('legal')) return false;
  if (entry.firm && isPossessive(reading, candidate)) return false;
  if (entry.method && entry.type === 'skill' && isFieldOrTeam(reading, sentence, candidate)) return false;
  const known = hasCueNear(sentence, cueKinds.knowledge, candidate, reading);
  if (sentence.section === 'company') return known || (has('stack') && !entry.method);
  if (ASIDE.has(sentence.section)) return known && !has('perk');
  if (entry.firm && has('firms') && !(known && isNearerToKnowledge(reading, sentence, candidate))) return false;
  if (ABOUT_THE_WORK.has(sentence.section) || known) return true;
  if (has('perk') || has('apply')) return false;
  if (entry.method || entry.firm) return has('worker') || !has('firm-voice');
  return true;
}

/** `Experience selling to firms like Stripe; proficiency in Salesforce`: the nearer phrase tells which is which. */
function isNearerToKnowledge(reading: Reading, sentence: Sentence, candidate: Candidate): boolean {
  const { knowledge, firms } = reading.index.cueKinds;
  return wordsSinceCue(sentence, knowledge, candidate, reading) < wordsSinceCue(sentence, firms, candidate, reading);
}

/** `Stripe's API`: the firm, not the skill. */
function isPossessive({ text, words }: Reading, { last }: Candidate): boolean {
  return words.gap(last + 1) === GAP.apostrophe && (text.charCodeAt(words.from(last + 1)) | 32) === 115;
}

/** A field of study, a colleague's trade or a team: `a degree in Statistics`, `the Data Science team`. */
function isFieldOrTeam(reading: Reading, sentence: Sentence, candidate: Candidate): boolean {
  const { words, index } = reading;
  const { degree, discipline, colleagues, knowledge } = index.cueKinds;
  const next = words.gap(candidate.last + 1) === GAP.space ? words.word(candidate.last + 1) : 0;
  if (index.holderWords.has(next)) return true;
  const sinceKnowledge = wordsSinceCue(sentence, knowledge, candidate, reading);
  if (wordsSinceCue(sentence, degree, candidate, reading) <= sinceKnowledge) {
    if (hasCueNear(sentence, degree, candidate, reading)) return true;
  }
  if (sinceKnowledge === Number.POSITIVE_INFINITY && hasCueNear(sentence, discipline, candidate, reading)) return true;
  return hasCueNear(sentence, colleagues, candidate, reading);
}

/** Words that may stand between a request and the employer's own product: `familiar with our n8n`. */
const NEAR_REQUEST = 3;

/** Whether a name is asked for in so many words: `familiar with n8n`, even where n8n is the employer. */
export function isAskedByName(reading: Reading, sentence: Sentence, candidate: Candidate): boolean {
  return wordsSinceCue(sentence, reading.index.cueKinds.knowledge, candidate, reading) <= NEAR_REQUEST;
}

/** How strongly a name is asked for: by the words of its sentence, else by its part of the posting. */
export function needOf(reading: Reading, sentence: Sentence): 'required' | 'preferred' | 'mentioned' {
  const { cueKinds } = reading.index;
  if (sentence.has(cueKinds.preferred)) return 'preferred';
  if (sentence.section === 'preferred') return 'preferred';
  if (sentence.has(cueKinds.required) || sentence.section === 'requirements') return 'required';
  return 'mentioned';
}
