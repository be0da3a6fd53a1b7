/** The unit that an amount's size suggests where none is stated. */
import type { PayUnit } from '../../stated-pay.js';

/**
 * Sizes from which on an amount is a year's, month's, day's or hour's pay, in units of about a dollar; the same as in
 * pay strings. A week is never guessed.
 */
export const UNITS_BY_SIZE: readonly { readonly unit: PayUnit; readonly from: number }[] = [
  { unit: 'year', from: 15_000 },
  { unit: 'month', from: 1_000 },
  { unit: 'day', from: 250 },
  { unit: 'hour', from: 0 },
];
