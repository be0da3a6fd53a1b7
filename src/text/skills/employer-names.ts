/** The employer's own name, where it is a listed tool's too. */
import type { Candidate, Reading } from './find-names.js';
import { GAP } from './gaps.js';

/**
 * Ids of listed firms that a text speaks of as its employer: `About Stripe`, `At Linear, we`, `Join Notion`,
 * `Ramp is hiring`.
 */
export function ownNames(reading: Reading, candidates: readonly Candidate[]): ReadonlySet<string> {
  const own = new Set<string>();
  for (const candidate of candidates) {
    if (candidate.form.entry.firm && isOwn(reading, candidate)) own.add(candidate.form.entry.id);
  }
  return own;
}

function isOwn(reading: Reading, { first, last }: Candidate): boolean {
  const { text, words, index } = reading;
  const before = first - 1;
  const opens = before < 0 ? 0 : words.gap(before) & (GAP.stop | GAP.line);
  if (before >= 0 && index.opensEmployer.has(words.word(before)) && (words.gap(first) & ~GAP.space) === 0) {
    const code = text.charCodeAt(words.from(before));
    const ends = words.gap(last + 1) & (GAP.comma | GAP.line | GAP.colon | GAP.stop | GAP.apostrophe);
    if (opens !== 0 && code >= 65 && code <= 90 && ends !== 0) return true;
    if (endsHeading(reading, before, last)) return true;
  }
  if (!index.followsEmployer.has(words.word(last + 1)) || words.gap(last + 1) !== GAP.space) return false;
  return (words.gap(first) & (GAP.stop | GAP.line)) !== 0;
}

/** Words of a heading before `at`: `What you will do at Notion`. */
const LONGEST_HEADING_BEFORE = 7;

/** Whether a name ends a short line that is no list item. */
function endsHeading({ words, meter }: Reading, before: number, last: number): boolean {
  const after = words.gap(last + 1);
  if ((after & GAP.line) === 0 || (after & GAP.stop) !== 0) return false;
  for (let at = before; at >= 0 && before - at < LONGEST_HEADING_BEFORE; at -= 1) {
    meter.steps += 1;
    const gap = words.gap(at);
    if (gap & GAP.line) return (gap & GAP.bullet) === 0;
    if (gap & (GAP.stop | GAP.comma)) return false;
  }
  return false;
}
