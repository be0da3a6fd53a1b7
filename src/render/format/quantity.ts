/** How a quantity of the model is written, with its unit and its interval. */
import { formatCount, formatMoney, formatOrdinal, formatPercent, roundingStep } from '../../core/format.js';
import { remembered } from '../../core/remembered.js';
import type { Report } from '../../report/model.js';

type Finding = Report['headline'];
type Quantity = NonNullable<Finding['quantity']>;

/** What a unit says, read once. */
interface UnitParts {
  readonly kind: 'money' | 'hourly' | 'percentile' | 'percent' | 'number';
  /** Of money. */
  readonly currency: string;
  /** What follows the number: `a year`, `percentile`, `jobs`. */
  readonly words: string;
}

const unitParts = remembered((unit): UnitParts => {
  const [, currency = '', period] = /^([A-Z]{3})\/(.*)/.exec(unit) ?? [];
  const words = unitWords(unit);
  if (currency !== '') return { kind: period === 'hour' ? 'hourly' : 'money', currency, words };
  if (unit.startsWith('percentile')) return { kind: 'percentile', currency, words };
  return { kind: unit.startsWith('percent') ? 'percent' : 'number', currency, words };
});

function unitWords(unit: string): string {
  const [measure = '', period] = unit.split('/');
  const words = /^[A-Z]{3}$/.test(measure) || measure === 'percent' || measure === 'count' ? '' : measure;
  return [words, period === undefined ? '' : `${period === 'hour' ? 'an' : 'a'} ${period}`]
    .filter((word) => word !== '')
    .join(' ');
}

/** The currency of amounts in a unit; null for what is no money. */
export function currencyOf(unit: string): string | null {
  return unitParts(unit).currency || null;
}

/** A number in the unit of its quantity, without the period. */
export function formatAmount(value: number, unit: string, interval: Quantity['interval']): string {
  const { kind, currency } = unitParts(unit);
  switch (kind) {
    case 'money':
      return formatMoney(value, currency, roundingStep(interval));
    case 'hourly':
      return formatMoney(value, currency, 0.01);
    case 'percentile':
      return formatOrdinal(value);
    case 'percent':
      return trimmedPercent(value);
    case 'number':
      if (Number.isInteger(value) || Math.abs(value) >= 1000) return formatCount(value);
      return String(Number(value.toFixed(2)));
  }
}

/**
 * A quantity in words.
 *
 * @example formatQuantity({ value: 196_420, unit: 'USD/year', interval: { level: 0.9, low: 181_200, high: 212_350 } })
 * // 'US$196,000 a year; 90% interval US$181,000 to US$212,000'
 */
export function formatQuantity(quantity: Quantity): string {
  const { value, unit, interval } = quantity;
  const { words } = unitParts(unit);
  const estimate = `${formatAmount(value, unit, interval)}${words === '' ? '' : ` ${words}`}`;
  return interval === null ? estimate : `${estimate}; ${formatInterval(quantity)}`;
}

/** Only the interval of a quantity: `90% interval US$181,000 to US$212,000`; empty when there is none. */
export function formatInterval({ unit, interval }: Quantity): string {
  if (interval === null) return '';
  const { level, low, high } = interval;
  return `${trimmedPercent(level * 100)} interval ${formatAmount(low, unit, interval)} to ${formatAmount(high, unit, interval)}`;
}

/** The nominal coverage of an interval: `90%`. */
export function formatLevel({ level }: { readonly level: number }): string {
  return trimmedPercent(level * 100);
}

/** Only the estimate of a quantity, without its unit's period: for a column that names it. */
export function formatEstimate({ value, unit, interval }: Quantity): string {
  return formatAmount(value, unit, interval);
}

/** `10th US$144,000, 25th US$168,000, ...`; null when the quantity carries no percentiles. */
export function formatPercentiles({ unit, interval, percentiles }: Quantity): string | null {
  let text = '';
  for (const p in percentiles) {
    const at = percentiles[p as keyof typeof percentiles];
    if (at === undefined) continue;
    text += `${text === '' ? '' : ', '}${formatOrdinal(Number(p))} ${formatAmount(at.value, unit, interval)}`;
  }
  return text === '' ? null : text;
}

function trimmedPercent(percent: number): string {
  const digits = Math.abs(percent - Math.round(percent)) < 0.05 ? 0 : 1;
  return formatPercent(percent, digits);
}
