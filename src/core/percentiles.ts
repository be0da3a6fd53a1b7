/** Pay percentiles as reports state them. */
import type { PercentileEstimate, PercentileKey } from './finding.js';

export const PERCENTILES: readonly PercentileKey[] = ['10', '25', '50', '75', '90'];

/** Currency units a year by percentile; one that the data cannot support is left out. */
export type Percentiles = Readonly<Partial<Record<PercentileKey, PercentileEstimate>>>;

/**
 * Percentiles in whole currency units, as they are published.
 *
 * @example roundPercentiles({ '50': { value: 99_999.6, low: null, high: null } })['50']?.value // 100000
 */
export function roundPercentiles(percentiles: Percentiles): Percentiles {
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
