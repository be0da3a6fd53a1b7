export interface BracketedRootOptions {
  /** Increasing function whose zero is wanted. */
  readonly f: (x: number) => number;
  readonly derivative: (x: number) => number;
  readonly low: number;
  readonly high: number;
  readonly start: number;
  /** Relative change of x at which the search ends; by default the last bits of a double. */
  readonly tolerance?: number;
}

/**
 * Zero of an increasing function: Newton's method kept inside a bracket by bisection; ends after 200 steps at most.
 *
 * @returns the zero to the tolerance; an end of the bracket when the sign never changes
 * @example bracketedRoot({ f: (x) => x * x - 2, derivative: (x) => 2 * x, low: 0, high: 2, start: 1 }) // 1.4142
 */
export function bracketedRoot({ f, derivative, low, high, start, tolerance = 1e-15 }: BracketedRootOptions): number {
  let from = low;
  let to = high;
  let x = start > low && start < high ? start : (low + high) / 2;
  for (let step = 0; step < 200; step++) {
    const value = f(x);
    if (value === 0) return x;
    if (value < 0) from = x;
    else to = x;
    let next = x - value / derivative(x);
    if (!(next > from && next < to)) next = (from + to) / 2;
    if (Math.abs(next - x) <= tolerance * Math.abs(next) || next === from || next === to) return next;
    x = next;
  }
  return x;
}
