/** Lines of CSV that spreadsheets read as they are meant. */

/** Signs with which a spreadsheet lets a formula begin, full-width ones and what it strips before them included. */
const FORMULA = /^[\s\p{Cf}\p{Cc}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/u;

/**
 * One record with its line end. Text that a spreadsheet would take for a formula gets an apostrophe before it; NUL,
 * which no reader of CSV expects, is dropped. Numbers stay numbers.
 *
 * @example csvLine(['=1+1', 'a, b', -3, null]) // `'=1+1,"a, b",-3,\r\n`
 */
export function csvLine(values: readonly (string | number | null)[]): string {
  return `${values.map((value) => (typeof value === 'string' ? textCell(value) : (value ?? ''))).join(',')}\r\n`;
}

function textCell(value: string): string {
  const text = value.replaceAll('\0', '');
  const harmless = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
