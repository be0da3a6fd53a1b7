import type { PayDistribution } from './pay-distribution.js';
import { requireSameLength, requireWeights } from './preconditions.js';

/** Slack that keeps sums of weights from missing p by rounding. */
const ROUNDING = 1e-12;

/**
 * Share of one interval's mass at or below x when the mass is spread evenly over [low, high].
 *
 * A point (low = high) has all of it from the point on; an interval open to the right has none.
 */
export function uniformShareBelow(low: number, high: number, x: number): number {
  if (x >= high) return 1;
  if (x <= low || high === Infinity) return 0;
  return (x - low) / (high - low);
}

/**
 * Mixture of uniform distributions, one per interval: F(x) = sum w_i clip((x - low_i) / (high_i - low_i)) / sum w_i.
 *
 * A point is a jump; the mass of an interval with `high` = Infinity lies beyond every number.
 *
 * @param lows    lower ends, finite
 * @param highs   upper ends, >= lows; Infinity when right-censored
 * @param weights not negative, at least one positive
 * @throws {DomainError} INVALID_WEIGHT | LENGTH_MISMATCH
 */
export function intervalMixture(
  lows: readonly number[],
  highs: readonly number[],
  weights: readonly number[],
): PayDistribution {
  requireSameLength(lows, highs, weights);
  const total = requireWeights(weights);
  const { knots, left, right } = accumulate(lows, highs, weights, total);

  const cdf = (x: number): number => {
    const k = lastAtOrBelow(knots, x);
    if (k < 0) return 0;
    if (x === knots[k] || k === knots.length - 1) return right[k]!;
    const fraction = (x - knots[k]!) / (knots[k + 1]! - knots[k]!);
    return right[k]! + fraction * (left[k + 1]! - right[k]!);
  };
  const quantile = (p: number): number => {
    const k = firstReaching(right, p - ROUNDING);
    if (k === knots.length) return Infinity;
    if (k === 0 || left[k]! < p - ROUNDING) return knots[k]!;
    const start = right[k - 1]!;
    const fraction = Math.min(1, (p - start) / (left[k]! - start));
    return knots[k - 1]! + fraction * (knots[k]! - knots[k - 1]!);
  };
  return { cdf, quantile };
}

/** The function's knots with its limits from the left and from the right. */
function accumulate(
  lows: readonly number[],
  highs: readonly number[],
  weights: readonly number[],
  total: number,
): { knots: Float64Array; left: Float64Array; right: Float64Array } {
  const knots = distinctFinite(lows, highs);
  const jump = new Float64Array(knots.length);
  const slope = new Float64Array(knots.length);
  for (let i = 0; i < lows.length; i++) {
    const low = lows[i]!;
    const high = highs[i]!;
    if (high === Infinity) continue;
    const from = lastAtOrBelow(knots, low);
    if (low === high) {
      jump[from] = jump[from]! + weights[i]!;
      continue;
    }
    const density = weights[i]! / (high - low);
    const to = lastAtOrBelow(knots, high);
    slope[from] = slope[from]! + density;
    slope[to] = slope[to]! - density;
  }
  const left = new Float64Array(knots.length);
  const right = new Float64Array(knots.length);
  let mass = 0;
  let density = 0;
  for (let k = 0; k < knots.length; k++) {
    if (k > 0) mass += Math.max(0, density) * (knots[k]! - knots[k - 1]!);
    left[k] = mass / total;
    mass += jump[k]!;
    right[k] = mass / total;
    density += slope[k]!;
  }
  return { knots, left, right };
}

/** In ascending order. */
function distinctFinite(lows: readonly number[], highs: readonly number[]): Float64Array {
  const values = new Float64Array(lows.length + highs.length);
  let finite = 0;
  for (let i = 0; i < lows.length; i++) if (lows[i]! < Infinity) values[finite++] = lows[i]!;
  for (let i = 0; i < highs.length; i++) if (highs[i]! < Infinity) values[finite++] = highs[i]!;
  const sorted = values.subarray(0, finite).sort();
  let distinct = 0;
  for (let i = 0; i < finite; i++) {
    if (i === 0 || sorted[i] !== sorted[distinct - 1]) sorted[distinct++] = sorted[i]!;
  }
  return sorted.slice(0, distinct);
}

/** Index of the last element <= x, -1 when there is none. */
function lastAtOrBelow(sorted: Float64Array, x: number): number {
  let from = 0;
  let to = sorted.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (sorted[middle]! <= x) from = middle + 1;
    else to = middle;
  }
  return from - 1;
}

/** Index of the first element >= target, the length when there is none. */
function firstReaching(sorted: Float64Array, target: number): number {
  let from = 0;
  let to = sorted.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (sorted[middle]! < target) from = middle + 1;
    else to = middle;
  }
  return from;
}
