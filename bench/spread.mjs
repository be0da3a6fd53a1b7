/**
 * Middle and extremes of repeated timings.
 *
 * @typedef {{ median: number, low: number, high: number, n: number }} Spread
 */

/**
 * @param {readonly number[]} values at least one
 * @returns {Spread}
 */
export function spreadOf(values) {
  const sorted = Float64Array.from(values).sort();
  const at = (/** @type {number} */ index) => sorted[index] ?? Number.NaN;
  const last = sorted.length - 1;
  const median = (at(Math.floor(last / 2)) + at(Math.ceil(last / 2))) / 2;
  return { median, low: at(0), high: at(last), n: sorted.length };
}

/** @param {Spread} spread @param {number} digits */
export function spreadText({ median, low, high, n }, digits) {
  return `${median.toFixed(digits)} (${low.toFixed(digits)} to ${high.toFixed(digits)}, ${n} runs)`;
}
