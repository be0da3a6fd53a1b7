/** Several weighted quantiles of the same values, as `weightedQuantile` gives each. */

const ROUNDING = 1e-12;

/**
 * Smallest value at which the weights up to it reach each share of all weight.
 *
 * @param shares ascending fractions in (0, 1)
 * @returns NaN for each where nothing has weight
 */
export function sortedQuantiles(values: Float64Array, weights: Float64Array, shares: readonly number[]): number[] {
  const order = Uint32Array.from(values.keys()).filter((at) => weights[at]! > 0);
  order.sort((a, b) => values[a]! - values[b]! || a - b);
  const total = order.reduce((sum, at) => sum + weights[at]!, 0);
  let reached = 0;
  let next = -1;
  return shares.map((share) => {
    const target = total * (share - ROUNDING);
    while (next + 1 < order.length && (next < 0 || reached < target)) {
      next += 1;
      reached += weights[order[next]!]!;
    }
    return next < 0 ? Number.NaN : values[order[next]!]!;
  });
}
