/** The newest date in a set of rows. */
import { SourceError } from '../core/errors.js';

/**
 * Last day of the newest month among days `YYYY-MM-DD`.
 *
 * @example newestMonthEnd(['2026-01-01', '2026-02-01']) // '2026-02-28'
 */
export function newestMonthEnd(days: readonly string[]): string {
  const [year, month] = newestDay(days).split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

/** Newest of days `YYYY-MM-DD`. @throws {SourceError} SOURCE_EMPTY when there is none */
export function newestDay(days: readonly string[]): string {
  let newest = '';
  for (const day of days) if (day > newest) newest = day;
  if (newest === '') {
    throw new SourceError('SOURCE_EMPTY', 'A source has no dated rows.', 'Check that the file is complete.');
  }
  return newest;
}
