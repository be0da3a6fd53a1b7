import type { Headline } from '../analysis/headline.js';

/** Percentiles in whole currency units. */
export function roundPercentiles(percentiles: Headline['percentiles']): Headline['percentiles'] {
  return Object.fromEntries(
    Object.entries(percentiles).map(([key, entry]) => [
      key,
      {
        value: Math.round(entry.value),
        low: entry.low === null ? null : Math.round(entry.low),
        high: entry.high === null ? null : Math.round(entry.high),
      },
    ]),
  );
}
