import type { Meter } from '../meter.js';
import { CUE, cueOf, isPayCue, isRefusal, unitOf } from './cues.js';
import { isWord } from './rates.js';
import type { ScannedText } from './scan.js';
import { KIND } from './tokens.js';

/** What the words after an amount say about it. Cues are numbers of `CUE`, 0 for none. */
export interface WordsAfter {
  /** Cue right after the amount, `$10k signing bonus`, and its token, -1 for none. */
  tight: number;
  tightAt: number;
  /** Nearest cue of pay later in the sentence. */
  loose: number;
  /** Whether a word of benefits or of business figures stands nearer than any cue of pay. */
  refused: boolean;
  /** Unit said with the words after: `$150k base, annually`; -1 for none. */
  unit: number;
}

const MOST_TOKENS = 24;
const MOST_WORDS = 12;
/** Unknown words between an amount and a cue that is still right after it; fewer for a cue of pay. */
const TIGHT_WORDS = 3;
const TIGHT_PAY_WORDS = 2;
/** Kinds that a cue right after an amount may follow. */
const PASSED: ReadonlySet<number> = new Set([
  KIND.filler,
  KIND.open,
  KIND.close,
  KIND.article,
  KIND.currency,
  KIND.period,
  KIND.rate,
]);

/** Walks on from an amount to the next number or the end of its sentence or line. */
export function wordsAfter(scanned: ScannedText, next: number, meter: Meter): WordsAfter {
  const { tokens } = scanned;
  const found: WordsAfter = { tight: 0, tightAt: -1, loose: 0, refused: false, unit: -1 };
  const stop = Math.min(tokens.count, next + MOST_TOKENS);
  const start = tokens.word(next - 1) + (isWord(tokens.kind(next - 1)) ? 1 : 0);
  let near = true;
  let inBrackets = false;
  let unknownWords = 0;
  let end = start;
  for (let at = next; at < stop && tokens.word(at) - start <= MOST_WORDS; at += 1) {
    meter.steps += 1;
    const kind = tokens.kind(at);
    if (kind === KIND.bullet) labelAfterBullet(scanned, at, found);
    if (kind === KIND.sentence || kind === KIND.line || kind === KIND.bullet || kind === KIND.number) break;
    unknownWords += tokens.word(at) - end;
    end = tokens.word(at) + (isWord(kind) ? 1 : 0);
    if (kind === KIND.open) inBrackets = true;
    if (kind === KIND.rate && near && found.unit < 0) found.unit = tokens.value(at);
    if (kind === KIND.cue) {
      const cue = readCue(scanned, at, found);
      if (near && found.unit < 0) found.unit = unitOf(tokens.value(at));
      const label = tokens.kind(at + 1) === KIND.colon;
      if (near && !label && isRightAfter(cue, unknownWords, inBrackets)) {
        found.tight = cue;
        found.tightAt = at;
      }
    }
    if (!PASSED.has(kind)) near = false;
  }
  return found;
}

function readCue({ tokens }: ScannedText, at: number, found: WordsAfter): number {
  const named = cueOf(tokens.value(at));
  const cue = named === CUE.rate ? CUE.pay : named;
  if (found.loose === 0 && isPayCue(cue)) found.loose = cue;
  else if (found.loose === 0 && isRefusal(cue)) found.refused = true;
  return cue;
}

function isRightAfter(cue: number, unknownWords: number, inBrackets: boolean): boolean {
  if (cue === CUE.companyBefore) return false;
  if (isPayCue(cue)) {
    return unknownWords <= TIGHT_PAY_WORDS && !(inBrackets && (cue === CUE.bonus || cue === CUE.equity));
  }
  return unknownWords <= TIGHT_WORDS && !inBrackets;
}

/** `$280K – $320K • OTE`: a label of its own after the amount, with no amount of its own. */
function labelAfterBullet({ tokens }: ScannedText, at: number, found: WordsAfter): void {
  if (found.tight > 0 || tokens.kind(at + 1) !== KIND.cue || cueOf(tokens.value(at + 1)) !== CUE.target) return;
  const after = tokens.kind(at + 2);
  const ends = after === 0 || after === KIND.bullet || after === KIND.line;
  if (!ends || tokens.word(at + 1) !== tokens.word(at)) return;
  found.tight = CUE.target;
  found.tightAt = at + 1;
}
