import { CUE, cueOf } from './cues.js';
import type { ScannedText } from './scan.js';
import { KIND } from './tokens.js';
import { OTHER_RATE } from './units.js';

/** The unit that stands right after an amount. */
export interface StatedRate {
  /** Number of a unit, `OTHER_RATE` for what none expresses (`per shift`, `per case`), -1 where nothing is said. */
  readonly unit: number;
  /** Token after it. */
  readonly next: number;
}

const MOST_FILLERS = 5;

/**
 * Reads `per hour`, `/yr`, `a month`, `p.a.`, `annually` after an amount, over words such as gross, base and the
 * currency (`$55,000 base salary annually`). Pay `per` anything else is a rate of another kind: `$10 per case`.
 */
export function readRate(scanned: ScannedText, from: number): StatedRate {
  const { text, tokens } = scanned;
  let at = from;
  for (let passed = 0; passed <= MOST_FILLERS; passed += 1) {
    if (!follows(scanned, at)) break;
    const kind = tokens.kind(at);
    if (kind === KIND.rate) return { unit: tokens.value(at), next: at + 1 };
    if (kind === KIND.slash || kind === KIND.per || kind === KIND.article) {
      const rate = afterPer(scanned, at);
      if (rate !== null) return rate;
      break;
    }
    if (kind === KIND.period && isIdeograph(text, tokens.from(at))) return { unit: tokens.value(at), next: at + 1 };
    if (!isFiller(scanned, at)) break;
    at += 1;
  }
  return { unit: -1, next: from };
}

/** Whether no word that was not kept lies between a token and the one before it. */
export function follows({ tokens }: ScannedText, at: number): boolean {
  const kind = tokens.kind(at - 1);
  return tokens.word(at) - tokens.word(at - 1) <= (isWord(kind) ? 1 : 0);
}

/** Whether tokens of a kind count as words, unlike signs. */
export function isWord(kind: number): boolean {
  return kind <= KIND.filler || kind >= KIND.payments || kind === 0;
}

function afterPer(scanned: ScannedText, at: number): StatedRate | null {
  const { text, tokens } = scanned;
  const kind = tokens.kind(at);
  const next = at + 1;
  const nextKind = tokens.kind(next);
  if (follows(scanned, next) && (nextKind === KIND.period || nextKind === KIND.rate)) {
    return { unit: tokens.value(next), next: next + 1 };
  }
  if (kind === KIND.article) return null;
  if (kind === KIND.slash) {
    // A slash before a number or a sign parts alternatives; before a word it makes a rate of it.
    const after = text.charCodeAt(tokens.to(at));
    const letter = (after | 32) >= 97 && (after | 32) <= 122;
    return letter && nextKind !== KIND.currency && nextKind !== KIND.cue ? { unit: OTHER_RATE, next } : null;
  }
  return nextKind === KIND.article || nextKind === KIND.line ? null : { unit: OTHER_RATE, next };
}

function isFiller({ tokens }: ScannedText, at: number): boolean {
  const kind = tokens.kind(at);
  if (kind === KIND.filler || kind === KIND.open || kind === KIND.close || kind === KIND.currency) return true;
  if (kind !== KIND.cue) return false;
  const cue = cueOf(tokens.value(at));
  return cue === CUE.base || cue === CUE.pay || cue === CUE.target || cue === CUE.total;
}

function isIdeograph(text: string, at: number): boolean {
  return text.charCodeAt(at) >= 0x3040;
}
