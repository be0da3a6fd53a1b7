import type { Meter } from '../meter.js';
import { CUE, cueOf, isPayCue, isRefusal, isSpecific, unitOf } from './cues.js';
import { isShared } from './currencies.js';
import { isWord } from './rates.js';
import type { ScannedText } from './scan.js';
import { KIND } from './tokens.js';

/** What the words before an amount say about it. Cues are numbers of `CUE`, 0 for none. */
export interface WordsBefore {
  /** Cue in the same breath as the amount: `signing bonus of`. */
  readonly tight: number;
  /** Whether a cue of pay stands before a tight bonus or equity with no amount between: `base and commission`. */
  readonly joined: boolean;
  /** Nearest cue of pay in the same sentence. */
  readonly loose: number;
  /** Whether a word of benefits or of business figures stands nearer than any cue of pay. */
  readonly refused: boolean;
  /** Cue of pay in a line or sentence above, as in a heading. */
  readonly heading: number;
  /** Whether the nearest word above is one of benefits or business figures. */
  readonly refusedAbove: boolean;
  /** Unit named with a word of pay: `hourly rate`, `annual base salary`; -1 for none. */
  readonly unit: number;
  /** Currency declared in the sentence: `salary range (CAD):`; -1 for none. */
  readonly currency: number;
}

const MOST_TOKENS = 70;
const MOST_WORDS = 45;
const TIGHT_WORDS = 3;
/** Letters of the shortest adjective of a unit; `pm` and `pa` say a unit only right after an amount. */
const ADJECTIVE = 5;
/** How far the adjective of a unit may stand from its word of pay: `annual cash base salary`. */
const UNIT_REACH = 4;
/** Words that two cues of one name span: `total cash compensation`. */
const COMPOUND_WORDS = 2;
const HEADING_LINES = 4;
const HEADING_WORDS = 30;

/**
 * Walks back from an amount through its sentence, and on through the lines above while nothing is found.
 *
 * @param first first token of the amount
 * @param claimed token of a cue that belongs to the amount before (`$10k signing bonus and $150k`), -1 for none
 */
export function wordsBefore(scanned: ScannedText, first: number, claimed: number, meter: Meter): WordsBefore {
  return new WalkBack(scanned, first, claimed).walk(meter);
}

class WalkBack implements WordsBefore {
  tight = 0;
  joined = false;
  loose = 0;
  refused = false;
  heading = 0;
  refusedAbove = false;
  unit = -1;
  currency = -1;

  private readonly scanned: ScannedText;
  private readonly first: number;
  private readonly claimed: number;
  private readonly start: number;
  /** Whether still in the same breath as the amount. */
  private near = true;
  private unknownWords = 0;
  /** Words before the token read last. */
  private later: number;
  /** Lines and sentences gone back. */
  private lines = 0;
  private inBrackets = false;
  /** Cue in brackets, which counts where none stands outside: `compensation (base):`. */
  private bracketCue = 0;
  /** Words before the cue read last, and before the last cue of pay. */
  private cueWord: number;
  private payWord = -1;
  /** Adjective of a unit that awaits its word of pay: `salary, annual`. */
  private adjective = -1;
  private adjectiveWord = -1;
  /** Whether another amount lies between here and the tight cue. */
  private apart = false;

  constructor(scanned: ScannedText, first: number, claimed: number) {
    this.scanned = scanned;
    this.first = first;
    this.claimed = claimed;
    this.start = scanned.tokens.word(first);
    this.later = this.start;
    this.cueWord = this.start + MOST_WORDS;
  }

  walk(meter: Meter): WordsBefore {
    const { tokens } = this.scanned;
    const stop = Math.max(0, this.first - MOST_TOKENS);
    for (let at = this.first - 1; at >= stop; at -= 1) {
      meter.steps += 1;
      const word = tokens.word(at);
      const kind = tokens.kind(at);
      if (this.start - word > (this.lines > 0 ? HEADING_WORDS : MOST_WORDS)) break;
      this.unknownWords += this.later - word - (isWord(kind) ? 1 : 0);
      this.later = word;
      if (this.unknownWords > TIGHT_WORDS) this.near = false;
      if (this.readToken(at, kind, word)) break;
    }
    this.closeSentence();
    return this;
  }

  /** Returns whether enough is known. */
  private readToken(at: number, kind: number, word: number): boolean {
    switch (kind) {
      case KIND.line:
      case KIND.bullet:
      case KIND.sentence:
        return this.goBackALine();
      case KIND.rate:
        this.readAdjective(at, word);
        return false;
      case KIND.currency:
        this.readCurrency(at);
        return false;
      case KIND.open:
      case KIND.close:
        this.inBrackets = kind === KIND.close;
        return false;
      case KIND.cue:
        return at !== this.claimed && !this.isShareFurtherOff(at) && this.readCue(at, word);
      case KIND.number:
        if (this.scanned.tokens.kind(at + 1) !== KIND.percent) this.apart = true;
        this.near = false;
        return false;
      case KIND.comma:
      case KIND.plus:
      case KIND.and:
      case KIND.joiner:
        this.near = false;
        return false;
      default:
        return false;
    }
  }

  /** `10% bonus; London: $90k`: the bonus is the percentage, not the amount. */
  private isShareFurtherOff(at: number): boolean {
    const { tokens } = this.scanned;
    const cue = cueOf(tokens.value(at));
    return !this.near && (cue === CUE.bonus || cue === CUE.equity) && tokens.kind(at - 1) === KIND.percent;
  }

  private goBackALine(): boolean {
    this.closeSentence();
    this.near = false;
    this.inBrackets = false;
    this.lines += 1;
    return this.loose > 0 || this.tight > 0 || this.refused || this.lines > HEADING_LINES;
  }

  private closeSentence(): void {
    if (this.bracketCue > 0 && (this.loose === 0 || this.loose === CUE.pay)) this.loose = this.bracketCue;
    this.bracketCue = 0;
  }

  private readAdjective(at: number, word: number): void {
    const { tokens } = this.scanned;
    if (this.unit >= 0 || tokens.to(at) - tokens.from(at) < ADJECTIVE) return;
    // `Hourly: $18.50` needs no word of pay.
    const label = this.near && this.unknownWords === 0 && this.tight === 0;
    if (label) this.unit = tokens.value(at);
    else if (this.payWord >= 0 && this.payWord - word <= UNIT_REACH) this.unit = tokens.value(at);
    else if (this.adjective < 0) {
      this.adjective = tokens.value(at);
      this.adjectiveWord = word;
    }
  }

  private readCurrency(at: number): void {
    const { tokens } = this.scanned;
    const beside = tokens.kind(at + 1) === KIND.number || tokens.kind(at - 1) === KIND.number;
    const value = tokens.value(at);
    if (this.currency < 0 && this.lines === 0 && !beside && !isShared(value)) this.currency = value;
  }

  private readCue(at: number, word: number): boolean {
    const value = this.scanned.tokens.value(at);
    const named = cueOf(value);
    const cue = named !== CUE.rate ? named : this.near ? CUE.pay : CUE.companyAfter;
    if (this.inBrackets && cue !== CUE.target) {
      if (this.bracketCue === 0 && isPayCue(cue)) this.bracketCue = cue;
      return false;
    }
    if (isPayCue(cue)) this.readUnit(value, word);
    if (this.cueWord - word <= COMPOUND_WORDS && isSpecific(cue)) this.makeSpecific(cue);
    this.cueWord = word;
    const extra = this.tight === CUE.bonus || this.tight === CUE.equity;
    if (extra && this.lines === 0 && !this.apart && (isSpecific(cue) || cue === CUE.pay)) this.joined = true;
    if (this.lines > 0) this.recordAbove(cue);
    else this.record(at, cue);
    if (cue !== CUE.companyAfter && cue !== CUE.companyBefore) this.near = false;
    return this.lines > 0 && this.unit >= 0 && (this.heading > 0 || this.refusedAbove);
  }

  private readUnit(value: number, word: number): void {
    this.payWord = word;
    if (this.unit < 0) this.unit = unitOf(value);
    if (this.unit < 0 && this.adjective >= 0 && this.adjectiveWord - word <= UNIT_REACH) this.unit = this.adjective;
  }

  /** `total cash compensation` is total pay, though `compensation` stands nearer. */
  private makeSpecific(cue: number): void {
    if (this.tight === CUE.pay) this.tight = cue;
    if (this.loose === CUE.pay) this.loose = cue;
    if (this.heading === CUE.pay) this.heading = cue;
  }

  private recordAbove(cue: number): void {
    if (cue === CUE.companyAfter || cue === CUE.companyBefore) return;
    if (this.heading > 0 || this.refusedAbove) return;
    if (isPayCue(cue)) this.heading = cue;
    else this.refusedAbove = true;
  }

  private record(at: number, cue: number): void {
    if (cue === CUE.companyAfter) return;
    if (this.near && this.tight === 0) {
      this.tight = cue === CUE.companyBefore ? CUE.company : this.withNeighbour(at, cue);
    }
    if (isPayCue(cue)) {
      // A word of base pay says more than the bonus or equity named nearer to the amount.
      const extra = this.loose === CUE.bonus || this.loose === CUE.equity;
      if (this.loose === 0 || (extra && isSpecific(cue))) this.loose = cue;
    } else if (isRefusal(cue) && this.loose === 0) this.refused = true;
  }

  /** `base + bonus: $200k` is the two together. */
  private withNeighbour(at: number, cue: number): number {
    const { tokens } = this.scanned;
    const sign = tokens.kind(at - 1);
    const joins = sign === KIND.plus || sign === KIND.and || sign === KIND.slash;
    if (!joins || tokens.kind(at - 2) !== KIND.cue) return cue;
    const other = cueOf(tokens.value(at - 2));
    const extra = cue === CUE.bonus || cue === CUE.equity;
    return extra && (other === CUE.base || other === CUE.total) ? CUE.total : cue;
  }
}
