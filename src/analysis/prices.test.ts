import { describe, expect, it } from 'vitest';
import { memoryStore } from '../../test/contract/memory-store.js';
import { priceChange } from './prices.js';

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
