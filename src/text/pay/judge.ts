import { annualise, unitBySize } from './annualise.js';
import { CUE, isPayCue } from './cues.js';
import type { WrittenRange } from './ranges.js';
import { DAY, MONTH, OTHER_RATE, YEAR } from './units.js';

import type { WordsAfter } from './words-after.js';
import type { WordsBefore } from './words-before.js';

/** What an amount pays for. `unknown`: no word says it. */
export type PayKind = 'base' | 'bonus' | 'equity' | 'on-target' | 'total' | 'unknown';

/** All that is known of an amount when it is judged. */
export interface Evidence {
  readonly range: WrittenRange;
  readonly before: WordsBefore;
  readonly after: WordsAfter;
  /** Currency named at the amount or, for a shared sign, found in the text; null for none. */
  readonly currency: string | null;
  /** See `unitsPerDollar`. */
  readonly unitsPerDollar: number;
  /** Monthly payments a year that the text states after the amount; null for none. */
  readonly payments: number | null;
  /** Words beside the amount's own in its line or between bullets; more than a few are not counted out. */
  readonly otherWords: number;
  /** Kind and unit of the statement just above in a list of the same make; null for none. */
  readonly listed: { readonly kind: PayKind; readonly unit: number } | null;
}

/** An amount that is pay. */
export interface Judgement {
  readonly kind: PayKind;
  /** Number of a unit of `UNITS`. */
  readonly unit: number;
  /** A bonus or grant paid once: it has no amount a year. */
  readonly once: boolean;
  readonly confidence: number;
}

const KIND_OF_CUE: Readonly<Record<number, PayKind>> = {
  [CUE.base]: 'base',
  [CUE.bonus]: 'bonus',
  [CUE.oneOff]: 'bonus',
  [CUE.equity]: 'equity',
  [CUE.target]: 'on-target',
  [CUE.total]: 'total',
};

/** What nobody is paid for a year, in units of about a dollar: below and above it words must say that it is pay. */
const LEAST_A_YEAR = 7_000;
const MOST_A_YEAR = 3_000_000;
/** From here on an amount with a sign can be pay by its size alone. */
const LIKELY_A_YEAR = 20_000;
/** The same for base pay and commission together. */
const LIKELY_JOINED = 40_000;
/** What an intern is paid a year at least; less is an allowance. */
const LEAST_STIPEND = 7_000;
/** With so few other words in its line an amount may be what the line is about. */
const FEW_WORDS = 3;
/** Ends so far apart are more often a slip (`$200,00 - $270,000`) than an offer. */
const WIDE = 20;
const MILLION = 6;
const BILLION = 9;
/** Where amounts in millions are ordinary pay. */
const SMALL_UNIT = 20;
const TEN_THOUSAND = 10_000;

/**
 * Whether an amount is pay, of which kind and unit, and how sure that is. Words in the same breath go before words of
 * the sentence, these before a heading, these before the amount's form and size.
 *
 * @returns null for what is not pay: benefits, figures of the business, rates that no unit expresses
 */
export function judge(evidence: Evidence): Judgement | null {
  const { range } = evidence;
  if (range.scale >= BILLION || range.unit === OTHER_RATE) return null;
  const cue = decisiveCue(evidence);
  if (cue === REFUSED) return null;
  const { unit, stated } = unitFor(evidence);
  if (unit === OTHER_RATE) return null;
  const yearly = annualise(range.high, unit, null) / evidence.unitsPerDollar;
  if (range.high === 0) return null;
  if (cue === CUE.stipend) {
    const least = stated ? yearly : range.high / evidence.unitsPerDollar;
    if (least < LEAST_STIPEND || evidence.after.refused) return null;
  }
  if (!isLikely(evidence, cue, yearly, stated)) return null;
  const once = cue === CUE.oneOff || (cue === CUE.equity && !stated);
  return {
    kind: kindFor(cue, evidence),
    unit: (cue === CUE.bonus || once) && !stated ? YEAR : unit,
    once,
    confidence: confidence(evidence, cue, stated, yearly),
  };
}

const REFUSED = -1;

/** The cue that decides, 0 for none, `REFUSED` for no pay. */
function decisiveCue({ before, after, range, listed, unitsPerDollar }: Evidence): number {
  if (after.tight > 0) return isPayCue(after.tight) || after.tight === CUE.stipend ? after.tight : REFUSED;
  if (before.joined && range.isRange && range.high / unitsPerDollar >= LIKELY_JOINED) return CUE.total;
  if (before.tight > 0) return isPayCue(before.tight) || before.tight === CUE.stipend ? before.tight : REFUSED;
  const large = range.high / unitsPerDollar >= LIKELY_A_YEAR && range.scale < MILLION;
  if (before.loose > 0) {
    if (!before.refused) return before.loose;
    return large || range.unit >= 0 ? before.loose : REFUSED;
  }
  if (before.refused) return REFUSED;
  if (after.loose > 0 && !after.refused)
    return after.loose === CUE.base || after.loose === CUE.target ? after.loose : CUE.pay;
  if (listed !== null) return CUE.pay;
  if (before.heading > 0)
    return before.heading === CUE.bonus || before.heading === CUE.equity ? CUE.pay : before.heading;
  return after.refused && !large ? REFUSED : 0;
}

function unitFor({ range, before, after, unitsPerDollar, listed, payments }: Evidence): {
  unit: number;
  stated: boolean;
} {
  if (range.perAnnum) return { unit: YEAR, stated: true };
  if (range.unit >= 0) return { unit: range.unit, stated: true };
  if (payments !== null) return { unit: MONTH, stated: true };
  if (after.unit >= 0) return { unit: after.unit, stated: true };
  const size = unitBySize(range.high, unitsPerDollar);
  // Nobody calls a day's pay a salary without saying that it is a day's.
  const bySize = size === DAY && (before.tight === CUE.base || before.loose === CUE.base) ? MONTH : size;
  if (before.unit >= 0 && before.unit !== OTHER_RATE && agrees(before.unit, range.high / unitsPerDollar)) {
    return { unit: before.unit, stated: true };
  }
  if (listed !== null && agrees(listed.unit, range.high / unitsPerDollar)) return { unit: listed.unit, stated: false };
  return { unit: bySize, stated: false };
}

/** Whether a unit named some words before can be that of an amount: `annual salary or hourly rate: $25`. */
function agrees(unit: number, size: number): boolean {
  const yearly = annualise(size, unit, null);
  return yearly >= 1_000 && yearly <= MOST_A_YEAR;
}

function isLikely(evidence: Evidence, cue: number, yearly: number, stated: boolean): boolean {
  const { range, before, after } = evidence;
  const large = range.high / evidence.unitsPerDollar >= LIKELY_A_YEAR;
  const alone = evidence.otherWords === 0 || (evidence.otherWords <= FEW_WORDS && (large || stated));
  const said = before.tight > 0 || after.tight > 0 || (before.loose > 0 && (stated || yearly >= LEAST_A_YEAR));
  if (range.scale === MILLION && evidence.unitsPerDollar < SMALL_UNIT && !said && !alone) return false;
  if (range.weak || (range.currency < 0 && !range.perAnnum)) return isLikelyBare(evidence, cue, yearly, stated);
  if (cue > 0) return said || (yearly >= LEAST_A_YEAR && yearly <= MOST_A_YEAR) || cue === CUE.bonus;
  const plausible = yearly >= LEAST_A_YEAR && yearly <= MOST_A_YEAR;
  if (alone) return true;
  if (before.refusedAbove && !(range.isRange && yearly >= LIKELY_A_YEAR)) return false;
  if (range.isRange) return plausible && (stated || large);
  return plausible && stated && !range.openBelow;
}

/** An amount without a currency is pay where words or its unit say so, or where it stands alone. */
function isLikelyBare(evidence: Evidence, cue: number, yearly: number, stated: boolean): boolean {
  const { range, before, after } = evidence;
  const alone = evidence.otherWords === 0 || (evidence.otherWords <= FEW_WORDS && !range.weak);
  if (range.scale === MILLION && evidence.unitsPerDollar < SMALL_UNIT) return false;
  const form = range.scale > 0 || range.grouped || range.high >= TEN_THOUSAND;
  if (yearly < LEAST_A_YEAR || yearly > MOST_A_YEAR) return false;
  const said = isPayCue(before.tight) || isPayCue(after.tight);
  if (range.perAnnum) return true;
  if (range.unit >= 0 && (form || said)) return said || alone || range.isRange || cue > 0;
  if (!form && !(range.isRange && said && stated)) return false;
  if (said) return true;
  if (range.isRange) return cue > 0 || alone || before.heading > 0;
  return alone && (range.scale > 0 || range.grouped) && !range.weak;
}

function kindFor(cue: number, { listed, range, before }: Evidence): PayKind {
  const kind = KIND_OF_CUE[cue];
  if (kind !== undefined) return kind;
  if (listed !== null && cue === CUE.pay) return listed.kind;
  if (cue === 0 && before.unit >= 0) return 'base';
  return (cue === 0 || cue === CUE.pay) && range.unit >= 0 ? 'base' : 'unknown';
}

function confidence(evidence: Evidence, cue: number, stated: boolean, yearly: number): number {
  const { range, before, after, listed, otherWords } = evidence;
  let sure = 0.45;
  if (before.tight > 0 || after.tight > 0) sure += 0.25;
  else if (before.loose > 0) sure += 0.2;
  else if (cue > 0) sure += 0.1;
  else if (otherWords === 0) sure += 0.05;
  if (listed !== null) sure += 0.05;
  if (range.currency >= 0 && evidence.currency !== null) sure += 0.1;
  else sure -= 0.1;
  if (range.isRange) sure += 0.08;
  if (stated) sure += 0.1;
  else sure -= 0.05;
  if (range.reversed || range.high > range.low * WIDE) sure -= 0.2;
  if (yearly < LEAST_A_YEAR || yearly > MOST_A_YEAR) sure -= 0.2;
  return Math.round(Math.min(0.99, Math.max(0.05, sure)) * 100) / 100;
}
