/** How numbers are written in sentences and labels, the same in every output. */
import { remembered } from './remembered.js';

const CURRENCY_SIGNS: Readonly<Record<string, string>> = {
  USD: 'US$',
  CAD: 'C$',
  AUD: 'A$',
  NZD: 'NZ$',
  SGD: 'S$',
  HKD: 'HK$',
  GBP: '£',
  EUR: '€',
  INR: '₹',
  JPY: 'JP¥',
  BRL: 'R$',
};

/** Thousands set apart by commas; Intl.NumberFormat gives the same but costs 15 ms at every start. */
function grouped(amount: number): string {
  const whole = Math.round(amount);
  const digits = String(whole);
  if (whole > -1000 && whole < 1000) return digits;
  if (whole >= 1000 && whole < 1e6) return `${digits.slice(0, -3)},${digits.slice(-3)}`;
  return digits.replace(/\B(?=(?:\d{3})+$)/g, ',');
}

/** Sign or code that names a currency without doubt: `US$`, `CHF `. */
export function currencySign(currency: string): string {
  return CURRENCY_SIGNS[currency] ?? `${currency} `;
}

/**
 * An amount with its currency.
 *
 * @param step smallest unit shown, in the currency: 1 for exact amounts, 0.01 for amounts an hour
 * @example formatMoney(196_420, 'USD', 1000) // 'US$196,000'
 */
export function formatMoney(amount: number, currency: string, step = 1): string {
  if (step < 1) {
    const hundredths = Math.round(Math.abs(amount) * 100);
    const cents = String(hundredths % 100).padStart(2, '0');
    return `${amount < 0 ? '-' : ''}${currencySign(currency)}${grouped(Math.floor(hundredths / 100))}.${cents}`;
  }
  const rounded = roundTo(amount, step);
  return `${rounded < 0 ? '-' : ''}${currencySign(currency)}${grouped(Math.abs(rounded))}`;
}

/**
 * A short amount for charts.
 *
 * @param step smallest unit shown, as sentences write the same amount; thousands when left out
 * @example formatMoneyShort(196_420, 'USD') // 'US$196k'
 * @example formatMoneyShort(196_420, 'USD', 500) // 'US$196.5k'
 */
export function formatMoneyShort(amount: number, currency: string, step?: number): string {
  const size = Math.abs(step === undefined ? amount : roundTo(amount, step));
  const sign = `${Math.round(amount) < 0 ? '-' : ''}${currencySign(currency)}`;
  if (size >= 9_999_500) return `${sign}${trimZero((size / 1e6).toFixed(1))}M`;
  if (size >= 9_995) {
    const tenths = step === undefined || step >= 1000 ? 0 : Math.round(size / 100) % 10;
    return `${sign}${grouped(tenths === 0 ? size / 1000 : Math.floor(size / 1000))}${tenths === 0 ? '' : `.${tenths}`}k`;
  }
  return `${sign}${grouped(size)}`;
}

/** A count: `1,234`. */
export function formatCount(count: number): string {
  return grouped(Math.round(count));
}

/** A count with what it counts: `43 advertised ranges`, `1 published cell`. The plural is given. */
export function formatCounted(count: number, plural: string): string {
  return `${formatCount(count)} ${count === 1 ? plural.replace(/s$/, '') : plural}`;
}

/**
 * A percentage.
 *
 * @param percent already in percent, not a fraction
 * @example formatPercent(2.345, 1) // '2.3%'
 */
export function formatPercent(percent: number, digits = 0): string {
  const text = percent.toFixed(digits);
  return `${percent < 0 ? text.replace(/^-(0(?:\.0*)?)$/, '$1') : text}%`;
}

/** `94th`, `1st`, `22nd`. */
export function formatOrdinal(value: number): string {
  const n = Math.round(value);
  const tens = n % 100;
  const suffix = tens >= 11 && tens <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th');
  return `${n}${suffix}`;
}

/** Rounds to a multiple of `step`. */
export function roundTo(value: number, step: number): number {
  return Math.round(value / step) * step;
}

/**
 * The unit to which an estimate is written: the largest round one that is at most a tenth of its interval, at least 100.
 *
 * @example roundingStep({ low: 181_200, high: 212_900 }) // 1000
 */
export function roundingStep(interval: { readonly low: number; readonly high: number } | null): number {
  if (interval === null) return 100;
  const tenth = (interval.high - interval.low) / 10;
  for (const step of [5000, 1000, 500]) if (tenth >= step) return step;
  return 100;
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** `2026-08-08` as `August 2026`; a bare year stays a year. */
export function formatMonth(date: string): string {
  const [year, month] = date.split('-');
  return month === undefined ? `${year}` : `${MONTHS[Number(month) - 1]} ${year}`;
}

/** `2026-08-08` as `Aug 2026`, for axes. */
export const formatMonthShort: (date: string) => string = remembered((date) =>
  formatMonth(date).replace(/^(\p{L}{3})\p{L}*/u, '$1'),
);

/** `2026-08-08` as `8 August 2026`. */
export const formatDate: (date: string) => string = remembered((date) => {
  const day = date.split('-')[2];
  return day === undefined ? formatMonth(date) : `${Number(day)} ${formatMonth(date)}`;
});

/** `a, b and c`. */
export function formatList(items: readonly string[]): string {
  if (items.length <= 1) return items[0] ?? '';
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

function trimZero(text: string): string {
  return text.replace(/\.0$/, '');
}
