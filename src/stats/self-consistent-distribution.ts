import { intervalCensoredLognormal } from './interval-censored-lognormal.js';
import type { PayDistribution } from './pay-distribution.js';
import { statedIntervals } from './stated-intervals.js';

/** Steps that trade little efficiency under a lognormal for most of the bias under other shapes. */
export const SELF_CONSISTENCY_STEPS = 2;

/** Cells of equal probability under the starting lognormal: 0.2 percentiles each. */
const CELLS = 512;

/** Ranges on the scale of the starting distribution's probability, fractions in [0, 1]. */
export interface ProbabilityRanges {
  readonly from: Float64Array;
  readonly to: Float64Array;
}

/**
 * Distribution of the one value behind each stated range: the self-consistency iteration, stopped early.
 *
 * Starts at the maximum-likelihood lognormal G and twice replaces F by the mixture of its own conditional
 * distributions, F(x) <- sum w_i P_F(X <= x | low_i <= X <= high_i) / sum w_i. Run to the end this is Turnbull's
 * nonparametric estimate; two steps keep G's smoothness within ranges and take the shape across ranges from the data.
 * Measured against the lognormal alone with 80 employers: bias of the median 1.8% instead of 6.7% in a two-humped
 * population, root mean squared error 1.8% instead of 1.5% in a lognormal one (test/calibration/results.json).
 * Estimand and assumption: as `intervalCensoredLognormal`, without the shape. Resolution: 0.2 percentiles.
 * Source: Turnbull (1976), https://www.jstor.org/stable/2984980
 *
 * @param lows    annual pay, positive, or 0
 * @param highs   annual pay, >= lows; beyond the last finite end of open ranges the lognormal's tail stands in
 * @param weights not negative, at least one positive
 * @throws {DomainError} as `intervalCensoredLognormal`
 * @example selfConsistentDistribution([90_000, 120_000, 150_000], [110_000, 160_000, 200_000], [1, 1, 1])
 *   .quantile(0.5) // 144276
 */
export function selfConsistentDistribution(
  lows: readonly number[],
  highs: readonly number[],
  weights: readonly number[],
): PayDistribution {
  const start = intervalCensoredLognormal(lows, highs, weights);
  const stated = statedIntervals(lows, highs);
  const ranges = {
    from: Float64Array.from(stated.lows, start.cdf),
    to: Float64Array.from(stated.highs, start.cdf),
  };
  return onScaleOf(start, selfConsistentMasses(ranges, Float64Array.from(weights), evenStart()));
}

/** Ends of the cells of equal probability under a distribution, from its lowest value to its highest. */
export function cellEnds(scale: PayDistribution): Float64Array {
  return Float64Array.from({ length: CELLS + 1 }, (_, j) => scale.quantile(j / CELLS));
}

/** The distribution that sets the cells, at their ends. */
export function evenStart(): Float64Array {
  return Float64Array.from({ length: CELLS + 1 }, (_, j) => j / CELLS);
}

/**
 * The iteration itself, on cells of equal probability under one distribution, the scale.
 *
 * @param ranges  ranges on the scale's probability
 * @param weights of the ranges, at least one positive
 * @param start   distribution function the iteration starts at, at the cells' ends, from 0 to 1
 * @returns distribution function at the cells' ends, from 0 to 1
 */
export function selfConsistentMasses(
  ranges: ProbabilityRanges,
  weights: Float64Array,
  start: Float64Array,
): Float64Array {
  let reached = start;
  for (let step = 0; step < SELF_CONSISTENCY_STEPS; step++) reached = nextStep(ranges, weights, reached);
  return reached;
}

/** The distribution whose function takes the values `reached` at the cells' ends, even in probability between. */
export function onScaleOf(scale: PayDistribution, reached: Float64Array): PayDistribution {
  return {
    cdf: (x) => interpolate(reached, scale.cdf(x)),
    quantile: (p) => {
      if (p <= 0 || p >= 1) return scale.quantile(p);
      let cell = 0;
      let above = CELLS;
      while (above - cell > 1) {
        const middle = (cell + above) >> 1;
        if (reached[middle]! < p) cell = middle;
        else above = middle;
      }
      const mass = reached[cell + 1]! - reached[cell]!;
      return scale.quantile((cell + (mass > 0 ? (p - reached[cell]!) / mass : 0)) / CELLS);
    },
  };
}

function nextStep({ from, to }: ProbabilityRanges, weights: Float64Array, reached: Float64Array): Float64Array {
  // Cover of a cell: the rate by which its mass is multiplied, kept as differences along the cells.
  const change = new Float64Array(CELLS + 2);
  const partial = new Float64Array(CELLS + 1);
  const points = new Float64Array(CELLS);
  let total = 0;
  for (let i = 0; i < from.length; i++) {
    const weight = weights[i]!;
    if (weight === 0) continue;
    total += weight;
    const first = Math.min(CELLS - 1, Math.floor(from[i]! * CELLS));
    const last = Math.min(CELLS - 1, Math.floor(to[i]! * CELLS));
    const probability = interpolate(reached, to[i]!) - interpolate(reached, from[i]!);
    if (!(probability > 1e-12)) {
      points[first] = points[first]! + weight;
      continue;
    }
    const rate = weight / probability;
    change[first] = change[first]! + rate;
    change[last + 1] = change[last + 1]! - rate;
    partial[first] = partial[first]! + rate * (from[i]! * CELLS - first);
    partial[last] = partial[last]! + rate * (last + 1 - to[i]! * CELLS);
  }
  const next = new Float64Array(CELLS + 1);
  let rate = 0;
  for (let j = 0; j < CELLS; j++) {
    rate += change[j]!;
    const mass = (reached[j + 1]! - reached[j]!) * Math.max(0, rate - partial[j]!) + points[j]!;
    next[j + 1] = next[j]! + mass / total;
  }
  const sum = next[CELLS]!;
  return next.map((value) => value / sum);
}

function interpolate(reached: Float64Array, u: number): number {
  const position = u * CELLS;
  const cell = Math.max(0, Math.min(CELLS - 1, Math.floor(position)));
  return reached[cell]! + (position - cell) * (reached[cell + 1]! - reached[cell]!);
}
