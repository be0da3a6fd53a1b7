/** Texts of strangers in the cells of a spreadsheet. */
import { harmlessText } from './harmless-text.js';

/** What a program takes for the beginning of a formula; the full-width signs are read as the narrow ones. */
const FORMULA = /^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/;

/** Characters a cell can hold. */
const LONGEST_CELL = 32_767;

/**
 * A text that no program calculates: one that begins like a formula, or with a tab or a break before one, gets an
 * apostrophe before it. Breaks become spaces, invisible characters go.
 *
 * @example spreadsheetText('=1+1') // "'=1+1"
 */
export function spreadsheetText(text: string): string {
  const harmless = harmlessText(text.slice(0, LONGEST_CELL));
  return /^[\t\r\n]/.test(text) || FORMULA.test(harmless) ? `'${harmless.slice(0, LONGEST_CELL - 1)}` : harmless;
}
