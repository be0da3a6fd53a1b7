/** Decimal sign of numbers and order of dates, from the values. */

const DIGITS = /\d[\d.,'’\s\u00a0\u202f]*\d|\d/g;
const LOOKED_AT = 2000;

/**
 * The sign before the decimals. Numbers with both signs, with one sign several times, and with other than three digits
 * behind a sign tell; where no number tells, a sign before three digits groups thousands (`50.000` is fifty thousand).
 *
 * @param values   texts with amounts
 * @param fallback where no value tells
 */
export function detectDecimal(values: readonly string[], fallback: '.' | ','): '.' | ',' {
  const votes = { '.': 0, ',': 0 };
  let grouping: '.' | ',' | null = null;
  for (const text of values.slice(0, LOOKED_AT)) {
    for (const [number] of text.slice(0, 200).matchAll(DIGITS)) {
      const vote = decimalOf(number);
      if (vote === null) continue;
      if (vote.sure) votes[vote.sign] += 1;
      else grouping ??= vote.sign === '.' ? ',' : '.';
    }
  }
  if (votes['.'] !== votes[',']) return votes['.'] > votes[','] ? '.' : ',';
  return grouping === null ? fallback : grouping === ',' ? '.' : ',';
}

/** The decimal sign that one number shows, if any; unsure where a sign stands before three digits. */
function decimalOf(number: string): { sign: '.' | ','; sure: boolean } | null {
  const [dots, commas] = [number.split('.').length - 1, number.split(',').length - 1];
  if (dots > 0 && commas > 0)
    return { sign: number.lastIndexOf('.') > number.lastIndexOf(',') ? '.' : ',', sure: true };
  if (dots + commas === 0) return null;
  const sign = dots > 0 ? '.' : ',';
  const other = sign === '.' ? ',' : '.';
  if (dots + commas > 1) return { sign: other, sure: true };
  const [before = '', after = ''] = number.split(sign);
  if (after.trim().length !== 3) return { sign, sure: true };
  if (before.length > 3 || before.startsWith('0')) return { sign, sure: true };
  return { sign: other, sure: false };
}

export type DateOrder = 'day-first' | 'month-first';

export interface DateFinding {
  readonly order: DateOrder | null;
  /** `values`: dates beyond the twelfth show it; `country`: all are ambiguous and the country decides. */
  readonly by: 'values' | 'country' | 'dots' | null;
}

const NUMERIC_DATE = /^(\d{1,2})([-/. ])(\d{1,2})\2\d{2,4}(?:\D|$)/;

/**
 * Order of day and month in dates like 03/04/2025; null where dates say it themselves.
 *
 * @param monthFirst whether the file's country writes the month first, for dates that are all ambiguous
 */
export function detectDateOrder(values: readonly string[], monthFirst: boolean): DateFinding {
  let [day, month, open, dotted] = [0, 0, 0, 0];
  for (const text of values) {
    const found = NUMERIC_DATE.exec(text.trim());
    if (found === null) continue;
    const [first, second] = [Number(found[1]), Number(found[3])];
    if (first > 12 && second <= 12) day += 1;
    else if (second > 12 && first <= 12) month += 1;
    else open += 1;
    if (found[2] === '.') dotted += 1;
  }
  if (day + month > 0) return { order: day >= month ? 'day-first' : 'month-first', by: 'values' };
  if (open === 0) return { order: null, by: null };
  if (dotted === open) return { order: 'day-first', by: 'dots' };
  return { order: monthFirst ? 'month-first' : 'day-first', by: 'country' };
}
