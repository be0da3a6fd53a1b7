/** How a quantity of the model is written, with its unit and its interval. */
import { formatCount, formatMoney, formatOrdinal, formatPercent, roundingStep } from '../../core/format.js';
import type { Report } from '../../report/model.js';

type Finding = Report['headline'];
type Quantity = NonNullable<Finding['quantity']>;

/** A number in the unit of its quantity, without the period. */
function formatAmount(value: number, unit: string, interval: Quantity['interval']): string {
  const [, currency, period] = /^([A-Z]{3})\/(.*)/.exec(unit) ?? [];
  if (currency !== undefined) return formatMoney(value, currency, period === 'hour' ? 0.01 : roundingStep(interval));
  if (unit.startsWith('percentile')) return formatOrdinal(value);
  if (unit.startsWith('percent')) return trimmedPercent(value);
  if (Number.isInteger(value)) return formatCount(value);
  return Math.abs(value) >= 1000 ? formatCount(value) : String(Number(value.toFixed(2)));
}

/** What follows the number: `a year`, `percentile`, `jobs`. */
function unitWords(unit: string): string {
  const [measure = '', period] = unit.split('/');
  const words = /^[A-Z]{3}$/.test(measure) || measure === 'percent' || measure === 'count' ? '' : measure;
  return [words, period === undefined ? '' : `${period === 'hour' ? 'an' : 'a'} ${period}`]
    .filter((word) => word !== '')
    .join(' ');
}

/**
 * A quantity in words.
 *
 * @example formatQuantity({ value: 196_420, unit: 'USD/year', interval: { level: 0.9, low: 181_200, high: 212_350 } })
 * // 'US$196,000 a year; 90% interval US$181,000 to US$212,000'
 */
export function formatQuantity(quantity: Quantity): string {
  const { value, unit, interval } = quantity;
  const words = unitWords(unit);
  const estimate = `${formatAmount(value, unit, interval)}${words === '' ? '' : ` ${words}`}`;
  return interval === null ? estimate : `${estimate}; ${formatInterval(quantity)}`;
}

/** Only the interval of a quantity: `90% interval US$181,000 to US$212,000`; empty when there is none. */
export function formatInterval({ unit, interval }: Quantity): string {
  if (interval === null) return '';
  const bounds = [interval.low, interval.high].map((bound) => formatAmount(bound, unit, interval));
  return `${trimmedPercent(interval.level * 100)} interval ${bounds.join(' to ')}`;
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
  const texts = Object.entries(percentiles ?? {}).flatMap(([p, at]) =>
    at === undefined ? [] : [`${formatOrdinal(Number(p))} ${formatAmount(at.value, unit, interval)}`],
  );
  return texts.length === 0 ? null : texts.join(', ');
}

function trimmedPercent(percent: number): string {
  const digits = Math.abs(percent - Math.round(percent)) < 0.05 ? 0 : 1;
  return formatPercent(percent, digits);
}
