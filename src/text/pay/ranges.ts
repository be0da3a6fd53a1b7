import { type Amount, isOpenEnded, jointCurrency, readAmount, sameCurrency } from './amounts.js';
import { follows, readRate } from './rates.js';
import type { ScannedText } from './scan.js';
import { KIND } from './tokens.js';
import { endValues } from './values.js';

/** One amount or two ends, as written; what it is an amount of is not yet asked. */
export interface WrittenRange {
  /** Smaller and larger end, or the same amount twice. */
  readonly low: number;
  readonly high: number;
  readonly isRange: boolean;
  /** Whether the larger end stands first. */
  readonly reversed: boolean;
  readonly shared: boolean;
  /** Open above: `from $100k`, `$100k+`; open below: `up to $100k`. */
  readonly openAbove: boolean;
  readonly openBelow: boolean;
  readonly currency: number;
  readonly weak: boolean;
  /** Largest multiplier of an end; 0 for none. */
  readonly scale: number;
  readonly perAnnum: boolean;
  /** Whether an end has thousands parted. */
  readonly grouped: boolean;
  /** Unit right after it, `OTHER_RATE`, or -1. */
  readonly unit: number;
  /** Tokens of the amounts, the words before them that belong to them left out. */
  readonly first: number;
  /** Token after the amounts; and after the unit. */
  readonly next: number;
  readonly afterUnit: number;
}

/** How far apart two ends may lie when one names no currency and the other does. */
const BARE_SPREAD = 6;
const SPREAD = 30;
const LONGEST_REMARK = 14;

/** Reads the range or single amount that begins around a number token; null where there is no amount. */
export function readRange(scanned: ScannedText, at: number, free: number): WrittenRange | null {
  const one = readAmount(scanned, at, free);
  if (one === null) return null;
  const rate = readRate(scanned, one.next);
  const second = secondNumber(scanned, one, rate.next, free);
  const other = second < 0 ? null : readAmount(scanned, second, rate.next, one.currency);
  if (other !== null) {
    const range = joinEnds(scanned, one, other, rate.unit);
    if (range !== null) return range;
  }
  return single(scanned, one, free);
}

/** Index of the number of a second end, over dash, `to`, `and` after `between`, `up to` after `from`; -1 for none. */
function secondNumber(scanned: ScannedText, one: Amount, from: number, free: number): number {
  const { tokens } = scanned;
  let at = from;
  if (tokens.kind(at) === KIND.open) at = afterBracket(scanned, at);
  else if (!follows(scanned, at)) return -1;
  const kind = tokens.kind(at);
  const before = modifier(scanned, one.first, free);
  if (kind === KIND.dash || kind === KIND.to) at += 1;
  else if (kind === KIND.article && !(tokens.kind(at + 1) === KIND.period)) at += 1;
  else if (kind === KIND.and && before === KIND.between) at += 1;
  else if (kind !== KIND.upTo) return -1;
  if (tokens.kind(at) === KIND.upTo && follows(scanned, at)) at += 1;
  for (let passed = 0; passed < 2 && tokens.kind(at) === KIND.currency && follows(scanned, at); passed += 1) at += 1;
  return tokens.kind(at) === KIND.number && follows(scanned, at) ? at : -1;
}

/** Token after a remark in brackets: `$142,000 [minimum in our lowest market] to $221,500`. */
function afterBracket({ tokens }: ScannedText, open: number): number {
  for (let at = open + 1; at < open + LONGEST_REMARK; at += 1) {
    if (tokens.kind(at) === KIND.close) return at + 1;
    if (tokens.kind(at) === KIND.number || tokens.kind(at) === KIND.line) break;
  }
  return open;
}

function joinEnds(scanned: ScannedText, one: Amount, other: Amount, innerUnit: number): WrittenRange | null {
  const { tokens } = scanned;
  if (!sameCurrency(one, other)) return null;
  const { first, second, shared } = endValues(one, other);
  const [low, high] = first <= second ? [first, second] : [second, first];
  const upTo = tokens.kind(other.first - 1) === KIND.upTo;
  if (upTo && (first > second || one.currency < 0 || other.currency < 0)) return null;
  // `Level 3 - $120,000` and `$100,000 - 3 years`: an end that says nothing of money must lie near the other.
  const bare = (one.currency < 0 && other.currency >= 0 && !one.number.grouped) || isBareSecond(one, other);
  if (low === 0 && one.currency < 0) return null;
  if (low > 0 && high > low * (bare && !shared ? BARE_SPREAD : SPREAD) && !fullyWritten(one, other)) return null;
  const rate = readRate(scanned, other.next);
  if (innerUnit >= 0 && rate.unit >= 0 && innerUnit !== rate.unit) return null;
  return {
    low,
    high,
    isRange: true,
    reversed: first > second,
    shared,
    openAbove: false,
    openBelow: false,
    currency: jointCurrency(one, other),
    weak: one.weak || other.weak,
    scale: Math.max(one.scale ?? 0, other.scale ?? 0),
    perAnnum: one.perAnnum || other.perAnnum,
    grouped: one.number.grouped || other.number.grouped,
    unit: rate.unit >= 0 ? rate.unit : innerUnit,
    first: one.first,
    next: other.next,
    afterUnit: rate.next,
  };
}

function isBareSecond(one: Amount, other: Amount): boolean {
  return one.currency >= 0 && other.currency < 0 && !other.number.grouped && other.scale === null;
}

/** Both ends with a sign and written as employers write pay: any spread is theirs to state. */
function fullyWritten(one: Amount, other: Amount): boolean {
  return one.currency >= 0 && other.currency >= 0 && (one.number.decimals > 0 || (other.scale ?? 0) > 0);
}

function single(scanned: ScannedText, one: Amount, free: number): WrittenRange {
  const { tokens } = scanned;
  const rate = readRate(scanned, one.next);
  const value = endValues(one, one).first;
  const before = modifier(scanned, one.first, free);
  const after = rate.next;
  const orMore =
    (tokens.kind(after) === KIND.orMore && follows(scanned, after)) || (rate.unit >= 0 && isOpenEnded(scanned, after));
  return {
    low: value,
    high: value,
    isRange: false,
    reversed: false,
    shared: false,
    openAbove: before !== KIND.upTo && (one.open || orMore || before === KIND.from),
    openBelow: before === KIND.upTo,
    currency: one.currency,
    weak: one.weak,
    scale: one.scale ?? 0,
    perAnnum: one.perAnnum,
    grouped: one.number.grouped,
    unit: rate.unit,
    first: one.first,
    next: one.next,
    afterUnit: orMore ? after + 1 : rate.next,
  };
}

/** Kind of the word right before an amount that says which end it is: `up to`, `from`, `between`; 0 for none. */
export function modifier(scanned: ScannedText, first: number, free: number): number {
  const { tokens } = scanned;
  let at = first - 1;
  let gap = tokens.word(first) - (at >= 0 ? tokens.word(at) : 0);
  for (let passed = 0; passed < 3 && at >= free; passed += 1) {
    const kind = tokens.kind(at);
    if (gap > 1) return 0;
    if (kind === KIND.upTo || kind === KIND.from || kind === KIND.between) return kind;
    if (kind === KIND.to && tokens.value(at) === 1) return KIND.upTo;
    if (kind !== KIND.filler && kind !== KIND.colon && kind !== KIND.open && kind !== KIND.article) return 0;
    gap = tokens.word(at) - (at > 0 ? tokens.word(at - 1) : 0);
    at -= 1;
  }
  return 0;
}
