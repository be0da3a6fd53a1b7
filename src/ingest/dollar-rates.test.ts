import { describe, expect, it } from 'vitest';
import { DollarRates } from './dollar-rates.js';

describe('DollarRates', () => {
  const rates = new DollarRates([
    { currency: 'XAA', month: '2026-02-01', perUsd: 4 },
    { currency: 'XAA', month: '2026-03-01', perUsd: 5 },
    { currency: 'XAA', month: '2026-01-01', perUsd: 9 },
  ]);

  it('takes the newest rate, dollars as they are, and knows what it has no rate for', () => {
    expect(rates.toUsd(100, 'XAA')).toBe(20);
    expect(rates.toUsd(100, 'USD')).toBe(100);
    expect(rates.toUsd(100, 'XBB')).toBeNull();
  });
});
