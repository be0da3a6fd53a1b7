import { describe, expect, it } from 'vitest';
import { UsageError } from '../core/errors.js';
import { parseAmount } from './amount.js';

describe('an amount on the command line', () => {
  it.each([
    ['185000', 185_000],
    ['185,000', 185_000],
    ['1,234,567', 1_234_567],
    ['185k', 185_000],
    ['185K', 185_000],
    ['92.5k', 92_500],
    [' $185,000 ', 185_000],
    ['US$185k', 185_000],
    ['£ 60000', 60_000],
    ['₹2500000', 2_500_000],
    ['185000.50', 185_000.5],
    ['0.5', 0.5],
    ['999999999', 999_999_999],
  ])('%j is %d', (text, amount) => {
    expect(parseAmount(text)).toBe(amount);
  });

  it.each([
    '',
    '0',
    '0k',
    '-5',
    'abc',
    '185m',
    '18,50',
    '1,85,000',
    '185.000,00',
    '1e6',
    '0x10',
    'NaN',
    'Infinity',
    '1000000000',
    '185 000',
    '185000 USD',
    '١٢٣',
  ])('%j is refused', (text) => {
    let failure: unknown = null;
    try {
      parseAmount(text);
    } catch (error) {
      failure = error;
    }
    expect(failure).toBeInstanceOf(UsageError);
    expect((failure as UsageError).code).toBe('INVALID_OFFER');
    expect((failure as UsageError).message).toContain(text);
  });
});
