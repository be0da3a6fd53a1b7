import { type Amount, writtenValue } from './amounts.js';

/** Two ends of a range as numbers, in the order written. */
export interface EndValues {
  readonly first: number;
  readonly second: number;
  /** Whether one end took the other's multiplier: `$150-190k`. */
  readonly shared: boolean;
}

/** Above this an end is taken as written in full. */
const WRITTEN_IN_FULL = 1000;
/** How far apart two ends may lie when one of them takes the other's multiplier. */
const SHARED_SPREAD = 20;
/** The same where the order is wrong: `$200-150k`. */
const SHARED_DISORDER = 2;
const THOUSAND = 3;

/**
 * Values of two ends. A multiplier written once holds for both ends where that makes sense of them: `$150-190k`,
 * `80k-100`, `12-18 LPA`, and thousands written out once: `60-70.000 €`. It does not where an end is written in full
 * (`$90,000-120k`) or would leave the other far behind (`$150 - $1M`).
 */
export function endValues(one: Amount, other: Amount): EndValues {
  const first = writtenValue(one.number, one.scale ?? 0);
  const second = writtenValue(other.number, other.scale ?? 0);
  if (one.scale !== null && other.scale !== null) return { first, second, shared: false };
  if (other.scale !== null && isShort(one)) {
    const scaled = writtenValue(one.number, other.scale);
    if (fits(scaled, second)) return { first: scaled, second, shared: scaled !== first };
  } else if (one.scale !== null && isShort(other)) {
    const scaled = writtenValue(other.number, one.scale);
    if (fits(first, scaled)) return { first, second: scaled, shared: scaled !== second };
  } else if (one.scale === null && other.scale === null) {
    return sharedThousands(one, other, first, second);
  }
  return { first, second, shared: false };
}

/** Three digits and no multiplier: not written in full. */
function isShort({ number, scale }: Amount): boolean {
  return scale === null && !number.grouped && writtenValue(number, 0) < WRITTEN_IN_FULL;
}

function fits(low: number, high: number): boolean {
  return low === 0 || (low <= high * SHARED_DISORDER && high <= low * SHARED_SPREAD);
}

function sharedThousands(one: Amount, other: Amount, first: number, second: number): EndValues {
  if (other.number.endsInThousand && isShort(one) && one.number.decimals === 0 && first > 0) {
    const scaled = writtenValue(one.number, THOUSAND);
    if (scaled <= second && second <= scaled * SHARED_SPREAD) return { first: scaled, second, shared: true };
  }
  if (one.number.endsInThousand && isShort(other) && other.number.decimals === 0) {
    const scaled = writtenValue(other.number, THOUSAND);
    if (first <= scaled && scaled <= first * SHARED_SPREAD) return { first, second: scaled, shared: true };
  }
  return { first, second, shared: false };
}
