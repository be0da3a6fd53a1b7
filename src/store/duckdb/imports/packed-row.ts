/**
 * A judged row in four whole numbers, so arranged that their order is the order of the table `pay`: sorting millions of
 * rows by eleven columns takes four times as long.
 *
 * - `cell`: country, role, level, region, title (see codes.ts)
 * - `key`: occupation, employer, currency, unit
 * - `low`: the lower end in hundredths
 * - `tail`: the upper end in hundredths, the day, and which number of units is paid a year
 *
 * What a row does not have is 0.
 */
import { UNIT_CODES } from './units.js';

export const PACKED = ['cell', 'key', 'low', 'tail'] as const;

/** Bits of each part, and the bit at which it begins. */
const KEY = {
  unit: { from: 0, bits: 3 },
  currency: { from: 3, bits: 7 },
  employer: { from: 10, bits: 26 },
  soc: { from: 36, bits: 10 },
} as const;

const TAIL = {
  perYear: { from: 0, bits: 2 },
  day: { from: 2, bits: 16 },
  high: { from: 18, bits: 45 },
} as const;

/** Codes must be less than this. */
export const KEY_LIMITS = {
  currency: 2 ** KEY.currency.bits,
  employer: 2 ** KEY.employer.bits,
  soc: 2 ** KEY.soc.bits,
} as const;

/** Payments a year where they are not those of the unit. */
export const PAYMENTS = [13, 14] as const;

const EPOCH = "DATE '1970-01-01'";

export function packKey(parts: Readonly<Record<keyof typeof KEY, string>>): string {
  const shifted = (Object.keys(KEY) as (keyof typeof KEY)[]).map((part) => at(parts[part], KEY[part].from));
  return `(${shifted.join(' | ')})`;
}

/**
 * @param parts `high` in hundredths; `day` a DATE; `perYear` units a year where the text says it, else NULL. A day that
 * does not fit, or is missing, is 0.
 */
export function packTail({ high, day, perYear }: { high: string; day: string; perYear: string }): string {
  const payments = PAYMENTS.map((count, index) => `WHEN ${count} THEN ${index + 1}`).join(' ');
  const number = `CASE WHEN ${day} BETWEEN ${EPOCH} AND DATE '2149-01-01' THEN ${day} - ${EPOCH} ELSE 0 END`;
  return `(${at(high, TAIL.high.from)} | ${at(number, TAIL.day.from)} | ${at(`CASE ${perYear} ${payments} ELSE 0 END`, 0)})`;
}

function at(code: string, from: number): string {
  return `((${code})::BIGINT << ${from})`;
}

export function keyPart(part: keyof typeof KEY, row = ''): string {
  const { from, bits } = KEY[part];
  return `((${row}key >> ${from}) & ${2 ** bits - 1})`;
}

/** The upper end in hundredths. */
export function highOf(row = ''): string {
  return `(${row}tail >> ${TAIL.high.from})`;
}

/** Days since 1970; 0 for none. */
export function dayNumberOf(row = ''): string {
  return `((${row}tail >> ${TAIL.day.from}) & ${2 ** TAIL.day.bits - 1})`;
}

export function dayOf(row = ''): string {
  return `(${EPOCH} + ${dayNumberOf(row)}::INTEGER)`;
}

/** A tail with another day, given as a DATE literal; only for tails without one. */
export function tailOn(day: string): string {
  return `(tail | ((${day} - ${EPOCH})::BIGINT << ${TAIL.day.from}))`;
}

/** Units paid a year. */
export function perYearOf(unitsPerYear: Readonly<Record<string, number>>, row = ''): string {
  const units = UNIT_CODES.map((unit, index) => `WHEN ${index + 1} THEN ${unitsPerYear[unit]}`);
  const payments = PAYMENTS.map((count, index) => `WHEN ${index + 1} THEN ${count}`);
  return `(CASE ${row}tail & ${2 ** TAIL.perYear.bits - 1} ${payments.join(' ')} ELSE CASE ${keyPart('unit', row)} ${units.join(' ')} ELSE 0 END END)`;
}

/** What two rows must have in common to be one offer, besides the month. */
export const OFFER = [
  'cell',
  'key',
  'low',
  `(tail >> ${TAIL.high.from})`,
  `(tail & ${2 ** TAIL.perYear.bits - 1})`,
] as const;
