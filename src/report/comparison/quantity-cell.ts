/** One figure of the table, as it is read. */
import type { Finding, Quantity } from '../../core/finding.js';
import { formatMoney, formatPercent, roundingStep } from '../../core/format.js';
import type { ComparedCell } from '../comparison-model.js';

export type CellText = Omit<ComparedCell, 'question'>;

export const NO_FIGURE: CellText = { status: 'insufficient', text: 'no figure', interval: null, quantity: null };

/**
 * A quantity as it is read; one that is missing says so.
 *
 * @param digits of a percentage, behind the point
 */
export function quantityCell(status: Finding['status'], quantity: Quantity | null, digits = 0): CellText {
  if (quantity === null || status === 'insufficient') return NO_FIGURE;
  const { value, unit, interval } = quantity;
  const currency = /^([A-Z]{3})\//.exec(unit)?.[1];
  const step = roundingStep(interval);
  const written = (amount: number) =>
    currency === undefined ? formatPercent(amount, digits) : formatMoney(amount, currency, step);
  return {
    status,
    text: written(value),
    interval: interval === null ? null : `${written(interval.low)} to ${written(interval.high)}`,
    quantity,
  };
}
