/** Names that a sentence denies: `no Java required`, `you don't need to know Rust`, `Java is not required`. */
import type { Candidate, Reading } from './find-names.js';
import { GAP } from './gaps.js';
import { partsClauses, type Sentence } from './sentence.js';
import type { Cue } from './skill-index.js';

/** Words of an unlisted thing linked to a name: `Java or retrieval pipelines are not required`. */
const MOST_STRANGERS = 2;

/** Whether a name is denied by the words before it, or waived by those after it. */
export function isDenied(reading: Reading, sentence: Sentence, candidate: Candidate): boolean {
  const { denial, no, preferred } = reading.index.cueKinds;
  if (isReachedBy(denial, reading, sentence, candidate) || isReachedBy(no, reading, sentence, candidate)) return true;
  return !sentence.has(preferred) && isWaived(reading, sentence, candidate);
}

function isReachedBy(denial: Cue, reading: Reading, sentence: Sentence, { first }: Candidate): boolean {
  const { words, index, meter } = reading;
  if (!sentence.has(denial)) return false;
  for (let at = first - 1; at >= sentence.from && first - at <= denial.before; at -= 1) {
    meter.steps += 1;
    const gap = words.gap(at + 1);
    if (partsClauses(gap)) return false;
    if (gap & GAP.comma && !sentence.isNamed(at)) return false;
    if (sentence.endsAt(at, denial)) return gap !== GAP.hyphen;
    if (sentence.covers(at, index.cueKinds.break)) return false;
  }
  return false;
}

function isWaived({ words, index, meter }: Reading, sentence: Sentence, { last }: Candidate): boolean {
  const { waiver, filler } = index.cueKinds;
  if (!sentence.has(waiver)) return false;
  let linked = false;
  let strangers = 0;
  for (let at = last + 1; at < sentence.to && at - last <= waiver.after; at += 1) {
    meter.steps += 1;
    if (partsClauses(words.gap(at))) return false;
    if (sentence.beginsAt(at, waiver)) return true;
    if (sentence.covers(at, index.cueKinds.break)) return false;
    if (index.linkWords.has(words.word(at))) linked = true;
    else if (!sentence.covers(at, filler) && !sentence.isNamed(at)) strangers += 1;
    if (strangers > (linked ? MOST_STRANGERS : 0)) return false;
  }
  return false;
}
