/** Detects that a publisher began to cut off high pay at a value nobody told us. */
import { SourceError } from '../core/errors.js';
import { formatCount } from '../core/format.js';

/** Rows that share the highest figure from which on it is a cap: without one, at most two of 34,000 do. */
const SHARED_BY = 5;

/**
 * The cap that stands in the place of all higher figures, or null where the highest figure is one like others.
 *
 * @param figures a high percentile of many occupations in one year, as published in figures; nulls are passed over
 * @example newTopCode([52000, 239200, 239200, 239200, 239200, 239200]) // 239200
 */
export function newTopCode(figures: readonly (number | null)[]): number | null {
  let highest = Number.NEGATIVE_INFINITY;
  let count = 0;
  for (const figure of figures) {
    if (figure === null || figure < highest) continue;
    count = figure === highest ? count + 1 : 1;
    highest = figure;
  }
  return count >= SHARED_BY ? highest : null;
}

export interface TopCodedRow {
  readonly year: number;
  readonly p90: number | null;
}

/**
 * Refuses a vintage whose 90th percentiles are cut off without a mark: they would pass for figures.
 *
 * @param name of the source in the message
 * @throws {SourceError} SOURCE_TOP_CODE
 */
export function refuseNewTopCode(rows: readonly TopCodedRow[], name: string): void {
  for (const year of new Set(rows.map((row) => row.year))) {
    const code = newTopCode(rows.filter((row) => row.year === year).map(({ p90 }) => p90));
    if (code === null) continue;
    throw new SourceError(
      'SOURCE_TOP_CODE',
      `${name} of ${year}: many occupations share the highest 90th percentile, ${formatCount(code)}: a new top code.`,
      'Look up the top code of that year in the field descriptions and add it to the connector.',
    );
  }
}
