/** The yearly pay that the cells of one row state. */

import { readCurrency } from '../../ingest/imports/values/read-currency.js';
import { NO_PAY, type PayReading, readPayText } from '../../ingest/imports/values/read-pay-text.js';
import { readUnit } from '../../ingest/imports/values/read-unit.js';
import { currencyOfSign } from '../../ingest/imports/values/shared-signs.js';
import { UNITS_BY_SIZE } from '../../ingest/imports/values/units-by-size.js';
import { type PayUnit, UNITS_PER_YEAR } from '../../ingest/stated-pay.js';
import { unitsPerDollar } from '../../text/pay/currencies.js';
import type { InputRow } from './input-row.js';

/** Pay of a row, or why it cannot be held against the market; null where the row states none. */
export type AnnualPay =
  | { readonly annual: number; readonly unitGuessed: PayUnit | null }
  | { readonly fault: string }
  | null;

export interface PayReadingOptions {
  readonly decimal: '.' | ',';
  /** Written after bare amounts of a column in thousands. */
  readonly scale: string;
  /** Currency of the place, in which its market is. */
  readonly currency: string;
}

const GIVE_ONE = 'Give one amount of base pay, such as 85000 or 42.50 per hour.';

/**
 * Reads the amount with its own currency and unit, then those of the other columns, then the place's currency and the
 * unit that the amount's size suggests.
 */
export function annualPay(row: Pick<InputRow, 'pay' | 'currency' | 'unit'>, options: PayReadingOptions): AnnualPay {
  const reading = readCell(row.pay, options);
  if (!reading.stated) return null;
  if (reading.low === null || reading.high === null || !(reading.low > 0 && reading.low < LARGEST)) {
    return { fault: `The pay is not an amount. ${GIVE_ONE}` };
  }
  if (reading.low !== reading.high) return { fault: `The pay is a range. ${GIVE_ONE}` };
  const fault = currencyFault(reading, row.currency, options.currency);
  if (fault !== null) return { fault };
  const stated = readUnit(row.unit);
  if (reading.unit === null && stated.stated && stated.unit === null) {
    return { fault: 'The unit of the pay is not understood. Give year, month, week, day or hour.' };
  }
  const said = reading.unit ?? stated.unit;
  const unit = said ?? unitBySize(reading.low, options.currency);
  const annual = Math.round(reading.low * (reading.perYear ?? UNITS_PER_YEAR[unit]));
  return { annual, unitGuessed: said === null && unit !== 'year' ? unit : null };
}

/** A bare number is an amount whatever its size; anything else is read as a text that states pay. */
function readCell(cell: string, { decimal, scale }: PayReadingOptions): PayReading {
  const plain = cell.slice(0, LONGEST_NUMBER + 1).replace(/[\s\u00a0\u202f'’]/gu, '');
  const number = decimal === '.' ? plain.replaceAll(',', '') : plain.replaceAll('.', '').replace(',', '.');
  if (cell.length > LONGEST_NUMBER || !/^\d+(?:\.\d+)?$/.test(number)) return readPayText(cell, decimal);
  if (scale !== '') return readPayText(`${number}${scale}`, '.');
  return { ...NO_PAY, stated: true, low: Number(number), high: Number(number) };
}

const LONGEST_NUMBER = 24;
const LARGEST = 1e11;

function currencyFault(reading: PayReading, column: string, place: string): string | null {
  const named = reading.currency ?? (reading.family === null ? null : currencyOfSign(reading.family, place));
  if (named === null && reading.family !== null) return unclearCurrency(place);
  const cell = readCurrency(column);
  const ofColumn = cell.currency ?? (cell.family === null ? null : currencyOfSign(cell.family, place));
  if (named === null && cell.stated && ofColumn === null) return unclearCurrency(place);
  const currency = named ?? ofColumn ?? place;
  if (currency === place) return null;
  return `The pay is in ${currency} and pay in this place is known in ${place}: give it in ${place}.`;
}

function unclearCurrency(place: string): string {
  return `The currency of the pay is not understood. Give it in ${place}, the currency of the place.`;
}

function unitBySize(amount: number, currency: string): PayUnit {
  const size = amount / unitsPerDollar(currency);
  return UNITS_BY_SIZE.find(({ from }) => size >= from)?.unit ?? 'hour';
}
