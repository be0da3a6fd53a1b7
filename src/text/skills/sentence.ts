/** What the words of one sentence say about the names in it. */
import type { Candidate, Reading } from './find-names.js';
import { GAP } from './gaps.js';
import type { Cue, Section } from './skill-index.js';

/** One sentence or line that holds names, and the cue phrases in it. */
export class Sentence {
  /** Kinds of cues that occur, as bits. */
  readonly kinds: number;
  /** Whether a name that needs no context, of a tool or language, is among its names. */
  readonly holdsCertainTool: boolean;
  /** Three numbers a word: kinds of cues that begin there, that end there, and that cover it. */
  private readonly marks: Int32Array;

  readonly from: number;
  readonly to: number;
  readonly section: Section;

  constructor(
    reading: Reading,
    bounds: { readonly from: number; readonly to: number; readonly section: Section },
    readonly candidates: readonly Candidate[],
  ) {
    const { from, to, section } = bounds;
    this.from = from;
    this.to = to;
    this.section = section;
    this.marks = new Int32Array(3 * (to - from));
    this.kinds = this.readCues(reading);
    this.holdsCertainTool = candidates.some(({ form }) => form.certain && !form.entry.method);
    for (const { first, last } of candidates) {
      for (let at = first; at <= last; at += 1) this.marks[3 * (at - from) + 2]! |= NAMED;
    }
  }

  /** Whether a cue of a kind occurs. */
  has(cue: Cue): boolean {
    return (this.kinds & cue.bit) !== 0;
  }

  beginsAt(at: number, cue: Cue): boolean {
    return (this.marks[3 * (at - this.from)]! & cue.bit) !== 0;
  }

  endsAt(at: number, cue: Cue): boolean {
    return (this.marks[3 * (at - this.from) + 1]! & cue.bit) !== 0;
  }

  covers(at: number, cue: Cue): boolean {
    return (this.marks[3 * (at - this.from) + 2]! & cue.bit) !== 0;
  }

  /** Whether a word is part of a name. */
  isNamed(at: number): boolean {
    return (this.marks[3 * (at - this.from) + 2]! & NAMED) !== 0;
  }

  private readCues({ words, index, meter }: Reading): number {
    const { from, to, marks } = this;
    let kinds = 0;
    let steps = to - from;
    for (let start = from; start < to; start += 1) {
      let node = index.cues.begin(words.word(start));
      for (let last = start; node !== 0; ) {
        const cues = index.cues.valuesAt(node);
        for (let i = 0; cues !== undefined && i < cues.length; i += 1) {
          const { bit } = cues[i]!;
          kinds |= bit;
          marks[3 * (start - from)]! |= bit;
          marks[3 * (last - from) + 1]! |= bit;
          for (let at = start; at <= last; at += 1) marks[3 * (at - from) + 2]! |= bit;
        }
        last += 1;
        steps += 1;
        if (last >= to) break;
        node = index.cues.next(node, words, last);
      }
    }
    meter.steps += steps;
    return kinds;
  }
}

/** The bit of a word that is part of a name; cues have the other 31. */
const NAMED = 1 << 31;

/** Whether a cue stands near enough to a name, by the reach its list gives. */
export function hasCueNear(sentence: Sentence, cue: Cue, { first, last }: Candidate, reading: Reading): boolean {
  if (!sentence.has(cue)) return false;
  if (cue.before === Number.POSITIVE_INFINITY) return true;
  const { from, to } = sentence;
  for (let at = first - 1; at >= from && first - at <= cue.before; at -= 1) {
    reading.meter.steps += 1;
    if (sentence.endsAt(at, cue)) return true;
  }
  for (let at = last + 1; at < to && at - last <= cue.after; at += 1) {
    reading.meter.steps += 1;
    if (sentence.beginsAt(at, cue)) return true;
  }
  return false;
}

/** Farthest a cue is looked for before a name when two are compared. */
const FARTHEST_CUE = 16;

/** Words from the end of the nearest cue before a name to the name; infinite when there is none near. */
export function wordsSinceCue(sentence: Sentence, cue: Cue, { first }: Candidate, reading: Reading): number {
  for (let at = first - 1; at >= sentence.from && first - at <= FARTHEST_CUE; at -= 1) {
    reading.meter.steps += 1;
    if (sentence.endsAt(at, cue)) return first - at;
  }
  return Number.POSITIVE_INFINITY;
}

/** Whether a gap parts two clauses. */
export function partsClauses(gap: number): boolean {
  return (gap & (GAP.stop | GAP.line | GAP.colon | GAP.dash)) !== 0;
}
