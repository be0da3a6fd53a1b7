/** Amounts as people type them on a command line. */
import { UsageError } from '../core/errors.js';

/**
 * `185000`, `185,000`, `185k`, `$185,000`: a yearly amount in the place's own currency.
 *
 * @throws {UsageError} INVALID_OFFER
 * @example parseAmount('185k') // 185000
 */
export function parseAmount(text: string): number {
  const match = /^(?:US\$|C\$|A\$|[$£€₹])?\s*(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?\s*(k)?$/i.exec(text.trim());
  const amount =
    match === null ? Number.NaN : Number(`${match[1]!.replaceAll(',', '')}${match[2] ?? ''}`) * (match[3] ? 1000 : 1);
  if (!(amount > 0 && amount < 1e9)) {
    throw new UsageError('INVALID_OFFER', `"${text}" is not a yearly amount.`, 'Give one like 185000 or 185k.');
  }
  return amount;
}
