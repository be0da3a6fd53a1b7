import { MONTH, UNITS } from './units.js';

/** Hours, days, weeks and months paid in a year of full-time work: 52 weeks of 40 hours in 5 days. */
const PAID_PER_YEAR: readonly number[] = [2080, 260, 52, 12, 1];

/**
 * An amount a year: hour x 2080, day x 260, week x 52, month x 12, or x the payments of a year that the text states
 * (`14 pagas`). Rounded to the cent.
 *
 * @param unit number of a unit of `UNITS`
 * @param payments monthly payments a year, null where the text states none
 * @example annualise(25.5, 0, null) // 53040
 */
export function annualise(amount: number, unit: number, payments: number | null): number {
  const times = unit === MONTH && payments !== null ? payments : (PAID_PER_YEAR[unit] as number);
  return Math.round(amount * times * 100) / 100;
}

/** Sizes at which a unit of pay begins, in units of about a dollar: see `unitsPerDollar`. A week is never guessed. */
const YEARLY_FROM = 15_000;
const MONTHLY_FROM = 1_000;
const DAILY_FROM = 250;

/** The unit that an amount's size suggests: an hour's, day's, month's or year's pay. */
export function unitBySize(amount: number, unitsPerDollar: number): number {
  const size = amount / unitsPerDollar;
  const name = size >= YEARLY_FROM ? 'year' : size >= MONTHLY_FROM ? 'month' : size >= DAILY_FROM ? 'day' : 'hour';
  return UNITS.indexOf(name);
}
