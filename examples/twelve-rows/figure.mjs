/**
 * The arithmetic of the example: from advertised ranges to the figures that can be made of them.
 *
 * @typedef {object} AdvertisedRange
 * @property {number} low US dollars a year
 * @property {number} high US dollars a year, >= low
 * @property {string} seen first day on which the range may have been first seen, `YYYY-MM-DD`
 */

/** The title and the country of the page, and the source its figure comes from. */
export const CELL = { source: 'ai-jobs', country: 'US', title: 'machine learning lead' };

/** What the page says, quoted. */
export const PAGE = {
  name: 'Market Intelligence: Machine Learning Lead in United States',
  updated: 'April 2026',
  baseline: 156_401,
  projected: 175_169,
  dataPoints: 12,
};

/**
 * The ranges of the source that carry exactly this title in this country, repeats counted, oldest first.
 *
 * @param {import('goingrate').Market} market
 * @param {{ source: string, country: string, title: string }} cell
 * @returns {Promise<AdvertisedRange[]>}
 */
export async function readRanges(market, { source, country, title }) {
  const rows = await market.store.read({
    from: 'pay',
    columns: ['lowMinor', 'highMinor', 'seenFrom', 'repeats'],
    where: [
      { column: 'source', is: source },
      { column: 'country', is: country },
      { column: 'title', is: title },
    ],
  });
  return rows
    .flatMap(({ lowMinor, highMinor, seenFrom, repeats }) =>
      Array.from({ length: repeats }, () => ({ low: lowMinor / 100, high: highMinor / 100, seen: seenFrom })),
    )
    .sort((a, b) => a.seen.localeCompare(b.seen));
}

/**
 * Every range as the two rows in which the source gives it.
 *
 * @param {readonly AdvertisedRange[]} ranges
 */
export function rowsOf(ranges) {
  return ranges.flatMap(({ low, high, seen }, index) => [
    { amount: high, end: 'upper', range: index + 1, seen },
    { amount: low, end: 'lower', range: index + 1, seen },
  ]);
}

/**
 * Ranges that differ in an amount, with how often each appears.
 *
 * @param {readonly AdvertisedRange[]} ranges
 */
export function distinctRanges(ranges) {
  /** @type {Map<string, { low: number, high: number, times: number }>} */
  const found = new Map();
  for (const { low, high } of ranges) {
    const key = `${low}-${high}`;
    found.set(key, { low, high, times: (found.get(key)?.times ?? 0) + 1 });
  }
  return [...found.values()].sort((a, b) => a.low - b.low);
}

/**
 * @param {readonly number[]} values at least one
 * @returns {number}
 */
export function arithmeticMean(values) {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
