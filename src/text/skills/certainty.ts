/** Whether an ambiguous spelling is the name of a skill: `Go` the language, not `Go to market`. */
import type { Candidate, Reading } from './find-names.js';
import { GAP } from './gaps.js';
import { hasCueNear, type Sentence } from './sentence.js';
import type { Need, Section } from './skill-index.js';

const ASKS: ReadonlySet<Section> = new Set(['requirements', 'preferred', 'stack']);

/** Numbers of the lists that hold a name which needs no context. */
export function certainLists(candidates: readonly Candidate[]): ReadonlySet<number> {
  const lists = new Set<number>();
  for (const { form, list } of candidates) if (form.certain) lists.add(list);
  return lists;
}

/** Whether a spelling is taken for its skill where it stands. */
export function isTheSkill(
  reading: Reading,
  sentence: Sentence,
  candidate: Candidate,
  lists: ReadonlySet<number>,
): boolean {
  const { form } = candidate;
  if (isForbidden(reading, candidate)) return false;
  if (form.unless & sentence.kinds) return false;
  if (form.needs.length === 0) return true;
  const holds = (need: Need): boolean => {
    if (need === 'list') return lists.has(candidate.list);
    if (need === 'asked') return ASKS.has(sentence.section);
    if (need === 'beside') return sentence.holdsCertainTool;
    return hasCueNear(sentence, need, candidate, reading);
  };
  return form.needs.some(holds);
}

/** Whether a forbidden neighbour stands right beside it: `Series C`, `Go to`, `R&D`, `AI-powered`. */
function isForbidden({ words, index }: Reading, { form, first, last }: Candidate): boolean {
  const after = words.gap(last + 1);
  if (form.needs.length > 0 && first === last && (isWelded(words.gap(first)) || isWelded(after & ~GAP.apostrophe))) {
    return true;
  }
  if (form.entry.method && after === GAP.hyphen && index.propertyWords.has(words.word(last + 1))) return true;
  const stands = (phrase: readonly number[], at: number): boolean =>
    at >= 0 && at + phrase.length <= words.count && phrase.every((word, i) => words.word(at + i) === word);
  return (
    form.notBefore.some((phrase) => stands(phrase, last + 1)) ||
    form.notAfter.some((phrase) => stands(phrase, first - phrase.length))
  );
}

/** Whether a gap welds a short name to its neighbour: `R&D`, `D.C.`, `C+`. */
function isWelded(gap: number): boolean {
  const welds = GAP.dot | GAP.apostrophe | GAP.plus | GAP.ampersand;
  return (gap & welds) !== 0 && (gap & (GAP.space | GAP.line | GAP.comma)) === 0;
}
