/** Quarterly values to a series, each at the first month of its quarter. */
import type { DraftRow, SourceReading } from '../../connector.js';
import { Exclusions } from '../../exclusions.js';
import { newestDay, newestMonthEnd } from '../../newest.js';
import type { QuarterlyValue } from './parse.js';

const QUARTERS = ['first', 'second', 'third', 'fourth'] as const;

export function normalizeIndex(values: readonly QuarterlyValue[]): SourceReading {
  const excluded = new Exclusions();
  const series: DraftRow<'series'>[] = [];
  for (const { month, value } of values) {
    if (value === null) excluded.add('no figure');
    else series.push({ series: 'eci-wages-private', month, value, n: null });
  }
  const months = series.map(({ month }) => month).sort();
  const newest = newestDay(months);
  return {
    tables: { series },
    rowsIn: values.length,
    rowsKept: series.length,
    excluded: excluded.list(),
    newest: newestMonthEnd([lastMonth(newest)]),
    vintage: `${quarterWords(months[0]!)} to ${quarterWords(newest)}`,
  };
}

/** Last month of the quarter that begins on a day: `2022-09-01` for `2022-07-01`. */
function lastMonth(day: string): string {
  const month = Number(day.slice(5, 7)) + 2;
  return `${day.slice(0, 4)}-${String(month).padStart(2, '0')}-01`;
}

/** `third quarter of 2022` for `2022-07-01`. */
function quarterWords(day: string): string {
  return `${QUARTERS[(Number(day.slice(5, 7)) - 1) / 3]} quarter of ${day.slice(0, 4)}`;
}
