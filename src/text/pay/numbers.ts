import type { Meter } from '../meter.js';

/** A number as it is written, not yet multiplied by thousands or millions. */
export class WrittenNumber {
  /** All its digits as one integer. */
  readonly digits: number;
  /** Offset after the last digit. */
  readonly end: number;
  /** How many of the digits stand after the decimal sign. */
  decimals = 0;
  /** How many decimals there would be if the only dot did not part thousands: `183.750`; null elsewhere. */
  otherDecimals: number | null = null;
  /** Whether thousands are parted. */
  grouped = false;
  /** Whether the last group of thousands is 000, as in the second number of `120-150,000`. */
  endsInThousand = false;
  /** Whether the digits and signs make up a number at all: `1.2.3` and `10,5,2` do not. */
  valid: boolean;

  constructor(digits: number, end: number, valid: boolean) {
    this.digits = digits;
    this.end = end;
    this.valid = valid;
  }
}

/** From here on a number is no pay; below, a double holds it exactly. */
const MOST_VALUE = 1e14;
const MOST_GROUPS = 8;
const MOST_DECIMALS = 4;

const SPACE = 32;
const COMMA = 44;
const DOT = 46;
const QUOTE = 39;

/**
 * Reads a number at its first digit: thousands parted by comma, dot, space or apostrophe, in threes or as in India
 * (`12,00,000`), decimals after comma or dot.
 *
 * A sign followed by three digits parts thousands (`60.000 €`), by one, two or four digits decimals. Three digits
 * after a single dot are decimals when a multiplier follows (`183.750K`): see `otherDecimals`.
 */
export function readNumber(text: string, from: number, meter: Meter): WrittenNumber {
  let at = from;
  let digits = 0;
  let zeros = true;
  const run = (): number => {
    const start = at;
    zeros = true;
    for (let code = text.charCodeAt(at); code >= 48 && code <= 57; code = text.charCodeAt(at)) {
      if (digits < MOST_VALUE) digits = digits * 10 + code - 48;
      if (code !== 48) zeros = false;
      at += 1;
    }
    return at - start;
  };
  const leading = run();
  let sign = text.charCodeAt(at);
  if (!mayContinue(text, at, sign)) {
    meter.steps += at - from;
    return new WrittenNumber(digits, at, digits < MOST_VALUE);
  }
  const signs: number[] = [];
  const lengths = [leading];
  while (mayContinue(text, at, sign) && continues(text, at, sign, signs, leading)) {
    signs.push(sign);
    at += 1;
    lengths.push(run());
    sign = text.charCodeAt(at);
  }
  meter.steps += at - from;
  const number = new WrittenNumber(digits, at, digits < MOST_VALUE && signs.length <= MOST_GROUPS);
  if (signs.length > 0) settleSigns(number, signs, lengths, zeros);
  return number;
}

function mayContinue(text: string, at: number, sign: number): boolean {
  return (sign === COMMA || sign === DOT || sign === SPACE || sign === QUOTE) && isDigit(text.charCodeAt(at + 1));
}

function continues(text: string, at: number, sign: number, signs: readonly number[], leading: number): boolean {
  if (signs.length > MOST_GROUPS) return false;
  if (sign === COMMA || sign === DOT) return true;
  // A space or an apostrophe parts thousands only where nothing else does: `45 000`, not `$1,000 250`.
  return (
    leading <= 3 &&
    signs.every((earlier) => earlier === sign) &&
    isDigit(text.charCodeAt(at + 2)) &&
    isDigit(text.charCodeAt(at + 3)) &&
    !isDigit(text.charCodeAt(at + 4))
  );
}

/** Decides which signs part thousands and which one decimals. */
function settleSigns(
  number: WrittenNumber,
  signs: readonly number[],
  lengths: readonly number[],
  zeros: boolean,
): void {
  const sign = signs[signs.length - 1] as number;
  const last = lengths[lengths.length - 1] as number;
  const decimalSign = sign === COMMA || sign === DOT;
  if (signs.length === 1) {
    const leading = lengths[0] as number;
    const zeroFirst = leading === 1 && number.digits < 1000;
    if (decimalSign && (last !== 3 || leading > 3 || zeroFirst)) {
      number.decimals = last;
      number.valid &&= last <= MOST_DECIMALS && !(last === 3 && leading > 3);
      return;
    }
    if (sign === DOT) number.otherDecimals = last;
    number.grouped = true;
    number.endsInThousand = zeros;
    return;
  }
  number.grouped = true;
  if (decimalSign && signs.indexOf(sign) === signs.length - 1) {
    number.decimals = last;
    number.valid &&= last <= MOST_DECIMALS && sameSigns(signs.slice(0, -1)) && inGroups(lengths.slice(0, -1));
  } else {
    number.endsInThousand = zeros;
    number.valid &&= sameSigns(signs) && inGroups(lengths);
  }
}

function sameSigns(signs: readonly number[]): boolean {
  return signs.every((sign) => sign === signs[0]);
}

/** In threes, or in twos before a last three. */
function inGroups(lengths: readonly number[]): boolean {
  const leading = lengths[0] as number;
  if (leading > 3 || leading === 0 || lengths[lengths.length - 1] !== 3) return false;
  const inner = lengths.slice(1, -1);
  return inner.every((length) => length === 3) || (leading <= 2 && inner.every((length) => length === 2));
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}
