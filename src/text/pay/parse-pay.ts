import type { Meter } from '../meter.js';
import { annualise } from './annualise.js';
import { CURRENCY_CODES, unitsPerDollar } from './currencies.js';
import { type DeclaredCurrencies, declaredCurrencies, settleCurrency } from './declared.js';
import { type FoldedText, foldText } from './fold.js';
import { type Judgement, judge, type PayKind } from './judge.js';
import { paymentsAfter } from './payments.js';
import { readRange, type WrittenRange } from './ranges.js';
import { isWord } from './rates.js';
import { type ScannedText, scanText } from './scan.js';
import { KIND } from './tokens.js';
import { MONTH, type PayUnit, UNITS } from './units.js';
import { wordsAfter } from './words-after.js';
import { wordsBefore } from './words-before.js';

/** One statement of pay in a text: a range or a single amount. */
export interface PayStatement {
  readonly kind: PayKind;
  /** Smaller end in units of the currency per `unit`; null where the text gives none (`up to $150k`). */
  readonly low: number | null;
  /** Larger end; equal to `low` for a single amount; null where the text gives none (`from $100k`, `$100k+`). */
  readonly high: number | null;
  /** ISO 4217 code; null where the text names no currency or one sign of several (`kr`). */
  readonly currency: string | null;
  readonly unit: PayUnit;
  /** `low` a year: see `annualise`; null with `low`, and for what is paid once. */
  readonly annualLow: number | null;
  readonly annualHigh: number | null;
  /** UTF-16 offsets in the input of the amounts, their currency and a unit right after them; end exclusive. */
  readonly span: readonly [number, number];
  /** From .05 to .99: higher where words, currency and unit are stated and agree; see docs/engines/pay-strings.md. */
  readonly confidence: number;
}

/** A text and the pay it states, in order. */
export interface ParsedPay {
  readonly input: string;
  readonly ranges: readonly PayStatement[];
}

/**
 * Reads the pay that a text states: a line such as `$150-190k`, or a whole posting, plain or HTML.
 *
 * Every amount is made of digits of its span, times a multiplier that stands there (`k`, `lakh`, `M`) or is shared by
 * both ends (`$150-190k`, `60-70.000 €`); nothing is filled in. Rules:
 * - `up to` leaves `low` null; `from` and `+` leave `high` null; a single amount is both ends.
 * - Ends in the wrong order (`$200k-$150k`) are put in order, with less confidence.
 * - A bare `$` is USD unless a code stands at it (`$90,000 CAD`), in its sentence (`salary (CAD):`) or the text says so
 *   of all amounts (`all amounts in CAD`). `¥` is JPY unless the text names the yuan. `kr` is null unless the text names
 *   one of the crowns. `LPA` names rupees; lakh and crore alone do not.
 * - The unit is the one right after the amount, else one named with a word of pay before it (`hourly rate:`), else it
 *   is told from the amount's size, with less confidence. Rates that no unit expresses (`bi-weekly`, `per case`) give
 *   nothing.
 * - The kind is what a word says: right after the amount, right before, in the sentence, in a heading. A rate with a
 *   stated unit and no such word is `base`; without either it is `unknown`. Commission counts as bonus.
 * - Benefits (allowances, budgets, reimbursements, relocation, referral), percentages and figures of the business
 *   (revenue, funding, quotas, customers) give nothing. Without a currency an amount needs words, a unit or a line of
 *   its own.
 * - A bonus or equity without a stated unit has unit `year`; one paid once has no amount a year.
 * - `x 13`, `14 pagas`, `13th salary` make the year 13 or 14 months, only where the text says so.
 * - Each mention is its own statement, repeated ones too.
 *
 * @param input any string, of any length; work is linear in it
 * @param meter counts the steps of the work
 * @example parsePay('Base: $150-190k').ranges[0].low // 150000
 */
export function parsePay(input: string, meter: Meter = { steps: 0 }): ParsedPay {
  const folded = foldText(input, meter);
  if (folded === null) return { input, ranges: [] };
  const scanned = scanText(folded.text, meter);
  return { input, ranges: new PayReader(folded, scanned, meter).read() };
}

const LIST_WORDS = 18;
const MOST_BESIDE = 8;
const INR = CURRENCY_CODES.indexOf('INR');

class PayReader {
  private readonly folded: FoldedText;
  private readonly scanned: ScannedText;
  private readonly meter: Meter;
  private readonly statements: PayStatement[] = [];
  private declared: DeclaredCurrencies | null = null;
  /** First token that no amount has taken. */
  private free = 0;
  /** Token of the cue after the last amount that belongs to it. */
  private claimed = -1;
  private previous: { kind: PayKind; unit: number; next: number; currency: number } | null = null;

  constructor(folded: FoldedText, scanned: ScannedText, meter: Meter) {
    this.folded = folded;
    this.scanned = scanned;
    this.meter = meter;
  }

  read(): PayStatement[] {
    const { tokens } = this.scanned;
    for (let at = 0; at < tokens.count; at += 1) {
      this.meter.steps += 1;
      if (at < this.free || tokens.kind(at) !== KIND.number) continue;
      const range = readRange(this.scanned, at, this.free);
      if (range === null) continue;
      this.readStatement(range);
      this.free = range.next;
    }
    return this.statements;
  }

  private readStatement(range: WrittenRange): void {
    const { scanned, meter } = this;
    const before = wordsBefore(scanned, range.first, this.claimed, meter);
    const after = wordsAfter(scanned, range.afterUnit, meter);
    if (after.tightAt >= 0) this.claimed = after.tightAt;
    const named = range.currency < 0 && range.perAnnum ? INR : range.currency;
    this.declared ??= declaredCurrencies(scanned);
    const currency = settleCurrency(named, before.currency, this.declared);
    const judgement = judge({
      range,
      before,
      after,
      currency,
      unitsPerDollar: unitsPerDollar(currency ?? currencyOfScale(range.scale)),
      payments: paymentsAfter(scanned, range.next),
      otherWords: this.otherWords(range),
      listed: this.listedAbove(range, before.tight > 0 || before.loose > 0),
    });
    if (judgement === null) return;
    this.statements.push(this.describe(range, judgement, currency));
    this.previous = { kind: judgement.kind, unit: judgement.unit, next: range.afterUnit, currency: range.currency };
  }

  /** Words beside the amount's own in its line or between bullets; Infinity where there are many. */
  private otherWords({ first, afterUnit }: WrittenRange): number {
    const { tokens } = this.scanned;
    let from = first;
    while (from > 0 && !isBreak(tokens.kind(from - 1))) {
      from -= 1;
      if (first - from > MOST_BESIDE) return Number.POSITIVE_INFINITY;
    }
    let to = afterUnit;
    while (to < tokens.count && !isBreak(tokens.kind(to))) {
      to += 1;
      if (to - afterUnit > MOST_BESIDE) return Number.POSITIVE_INFINITY;
    }
    const last = afterUnit - 1;
    const lineStart = from === 0 ? 0 : tokens.word(from - 1);
    const lineEnd = to < tokens.count ? tokens.word(to) : this.scanned.words;
    const own = tokens.word(last) + (isWord(tokens.kind(last)) ? 1 : 0) - tokens.word(first);
    return lineEnd - lineStart - own;
  }

  /** The statement in the line above, or earlier in the same list, where this amount has no word of its own. */
  private listedAbove(range: WrittenRange, hasWords: boolean): { kind: PayKind; unit: number } | null {
    const { previous } = this;
    const { tokens } = this.scanned;
    if (hasWords || previous === null || previous.kind === 'bonus' || previous.kind === 'equity') return null;
    if (!(range.isRange || range.openBelow || range.openAbove) || previous.currency < 0 !== range.currency < 0)
      return null;
    return tokens.word(range.first) - tokens.word(previous.next - 1) <= LIST_WORDS ? previous : null;
  }

  private describe(range: WrittenRange, judgement: Judgement, currency: string | null): PayStatement {
    const { unit, once } = judgement;
    const payments = unit === MONTH ? paymentsAfter(this.scanned, range.next) : null;
    const low = range.openBelow ? null : range.low;
    const high = range.openAbove ? null : range.high;
    const yearly = (amount: number | null) => (amount === null || once ? null : annualise(amount, unit, payments));
    return {
      kind: judgement.kind,
      low,
      high,
      currency,
      unit: UNITS[unit] as PayUnit,
      annualLow: yearly(low),
      annualHigh: yearly(high),
      span: this.spanOf(range),
      confidence: judgement.confidence,
    };
  }

  private spanOf(range: WrittenRange): [number, number] {
    const { tokens } = this.scanned;
    const { offsets } = this.folded;
    const from = tokens.from(range.first);
    const to = tokens.to((range.unit >= 0 ? range.afterUnit : range.next) - 1);
    return offsets === null ? [from, to] : [offsets.start(from), offsets.end(to)];
  }
}

/** The currency whose sizes an amount in lakhs or ten-thousands has where it names none. */
function currencyOfScale(scale: number): string | null {
  return scale === 5 || scale === 7 ? 'INR' : scale === 4 || scale === 8 ? 'JPY' : null;
}

function isBreak(kind: number): boolean {
  return kind === KIND.line || kind === KIND.bullet || kind === KIND.sentence;
}
