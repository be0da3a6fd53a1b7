import { describe, expect, it } from 'vitest';
import { memoryStore } from '../../test/contract/memory-store.js';
import { exchangeRate, priceChange } from './prices.js';

const price = (month: string, value: number, series = 'cpi-u') => ({ source: 'prices', series, month, value, n: null });

describe('the change of prices', () => {
  const series = [
    price('2025-05-01', 315),
    price('2025-04-01', 999),
    price('2024-05-01', 300),
    price('2024-05-01', 1, 'x'),
  ];

  it('is the ratio of the index between the two Mays, found by date', async () => {
    expect(await priceChange(memoryStore({ series }), 2024, 2025)).toEqual({ source: 'prices', ratio: 1.05 });
  });

  it('is unknown when either month is missing', async () => {
    expect(await priceChange(memoryStore({ series }), 2023, 2024)).toBeNull();
    expect(await priceChange(memoryStore({ series }), 2025, 2026)).toBeNull();
    expect(await priceChange(memoryStore({}), 2024, 2025)).toBeNull();
  });
});

describe('the exchange rate', () => {
  const rate = (currency: string, month: string, perUsd: number) => ({ source: 'rates', currency, month, perUsd });
  const store = memoryStore({
    exchangeRates: [
      rate('GBP', '2026-05-01', 9),
      rate('GBP', '2026-04-01', 0.75),
      rate('GBP', '2026-03-01', 0.8),
      rate('EUR', '2026-04-01', 0.9),
    ],
  });

  it('is the newest that the date knows', async () => {
    expect(await exchangeRate(store, 'GBP', '2026-04-15')).toEqual({
      source: 'rates',
      perUsd: 0.75,
      month: '2026-04-01',
    });
    expect((await exchangeRate(store, 'GBP', '2026-03-31'))!.perUsd).toBe(0.8);
  });

  it('is none for dollars, for an unknown currency or before the first month', async () => {
    expect(await exchangeRate(store, 'USD', '2026-04-15')).toBeNull();
    expect(await exchangeRate(store, 'INR', '2026-04-15')).toBeNull();
    expect(await exchangeRate(store, 'GBP', '2026-02-28')).toBeNull();
  });
});
