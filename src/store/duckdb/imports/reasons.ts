/** What speaks against a row. */
import { QUARANTINE_REASONS, type QuarantineReason } from '../../import-port.js';
import { hasSkills, type JudgeContext } from './judge-context.js';
import { literal } from './sql-text.js';
import { unitCode } from './units.js';

/** Not decided yet: the amount is to be compared with the exchange rate of its month. */
export const IN_DOUBT = 100;
/** Not decided yet: the row has no date, others may have. */
export const NO_DATE_YET = 101;

/** Not decided: the row holds a text that was not read yet. */
export const UNREAD = 102;

/** Days outside these are no dates of a file about pay; they are also those that a packed row can hold. */
const DAYS = "BETWEEN DATE '1970-01-02' AND DATE '2149-01-01'";

/** Number of a reason; 0 is none. */
export function reasonCode(reason: QuarantineReason): number {
  return QUARANTINE_REASONS.indexOf(reason) + 1;
}

/** The first reason that holds, over the columns that `judgeStatement` makes; 0 where none does. */
export function reasonExpression(context: JudgeContext): string {
  const { rules, open } = context;
  // A posting without pay still says what its job asks for.
  const withoutPay = hasSkills(open) && rules.kind === 'advertised' ? 'NOT stated AND skills IS NULL' : 'NOT stated';
  const cases: readonly (readonly [condition: string, code: number])[] = [
    ['unread', UNREAD],
    ['NOT has_title', reasonCode('no title')],
    ['country IS NULL', reasonCode('place not recognised, or in several countries')],
    ['full_time = false', reasonCode('not regular full-time work')],
    [withoutPay, reasonCode('no pay stated')],
    ['stated AND (low IS NULL OR high IS NULL)', reasonCode('pay not understood')],
    ['stated AND unit IS NULL', reasonCode('pay period not understood')],
    [
      `stated AND unit = ${unitCode('hour')} AND full_time IS NULL`,
      reasonCode('hourly pay without full-time work stated'),
    ],
    ['stated AND currency IS NULL', reasonCode('currency not recognised')],
    ['stated AND (low <= 0 OR high <= 0)', reasonCode('pay is zero or negative')],
    ['stated AND low > high', reasonCode('lower end above the upper')],
    [`date_said AND (day IS NULL OR day NOT ${DAYS})`, reasonCode('date not understood')],
    ['day IS NULL', NO_DATE_YET],
    [`day > DATE ${literal(rules.today)}`, reasonCode('date in the future')],
    [`stated AND rate_low IS NOT NULL AND NOT ${surelyPlausible(context)}`, IN_DOUBT],
  ];
  return `CASE ${cases.map(([condition, code]) => `WHEN ${condition} THEN ${code}`).join(' ')} ELSE 0 END::TINYINT`;
}

/**
 * Whether a year's pay lies well within the limits at any exchange rate its currency ever had. The margins are wider than
 * what rounding to hundredths can do.
 */
function surelyPlausible(context: JudgeContext): string {
  const { high, widest } = context.rules.limits;
  return `(low * per_year >= (${lowestPay(context)} + ${MARGIN_USD}) * rate_high
    AND high * per_year <= ${high - MARGIN_USD} * rate_low AND high <= ${widest - MARGIN_RATIO} * low)`;
}

const MARGIN_USD = 50;
const MARGIN_RATIO = 0.1;

/** A year's pay in whole units of the currency. */
export function yearOf(hundredths: string, perYear: string): string {
  return `round(${hundredths} * ${perYear} / 100)`;
}

/** The lowest year's pay believed, over the column `country`. */
export function lowestPay({ rules, lowByCountry }: Pick<JudgeContext, 'rules' | 'lowByCountry'>): string {
  if (lowByCountry.length === 0) return String(rules.limits.low);
  const cases = lowByCountry.map(({ country, low }) => `WHEN ${country} THEN ${low}`);
  return `(CASE country ${cases.join(' ')} ELSE ${rules.limits.low} END)`;
}
