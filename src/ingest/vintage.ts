/** Words for the dates that a source's figures refer to. */

import { formatDate, formatMonth } from '../core/format.js';

/**
 * First and last month among days.
 *
 * @example monthSpan(['2019-01-01', '2026-04-01']) // 'January 2019 to April 2026'
 */
export function monthSpan(days: readonly string[]): string {
  const { first, last } = ends(days);
  if (first.slice(0, 7) === last.slice(0, 7)) return formatMonth(last);
  const from = first.slice(0, 4) === last.slice(0, 4) ? nameOfMonth(first) : formatMonth(first);
  return `${from} to ${formatMonth(last)}`;
}

/**
 * First and last of days.
 *
 * @example daySpan(['2026-07-18', '2026-08-08']) // '18 July to 8 August 2026'
 */
export function daySpan(days: readonly string[]): string {
  const { first, last } = ends(days);
  if (first === last) return formatDate(last);
  const sameYear = first.slice(0, 4) === last.slice(0, 4);
  return `${sameYear ? formatDate(first).slice(0, -5) : formatDate(first)} to ${formatDate(last)}`;
}

/**
 * Months between the first and the last that no day falls into.
 *
 * @example absentMonths(['2025-09-01', '2025-11-01']) // ['2025-10-01']
 */
export function absentMonths(days: readonly string[]): string[] {
  if (days.length === 0) return [];
  const present = new Set(days.map((day) => `${day.slice(0, 7)}-01`));
  const { first, last } = ends([...present]);
  const absent: string[] = [];
  for (let month = first; month < last; month = monthAfter(month)) if (!present.has(month)) absent.push(month);
  return absent;
}

function monthAfter(month: string): string {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, number, 1)).toISOString().slice(0, 10);
}

function nameOfMonth(day: string): string {
  return formatMonth(day).slice(0, -' 2026'.length);
}

function ends(days: readonly string[]): { first: string; last: string } {
  const [start = ''] = days;
  let first = start;
  let last = start;
  for (const day of days) {
    if (day < first) first = day;
    if (day > last) last = day;
  }
  return { first, last };
}
