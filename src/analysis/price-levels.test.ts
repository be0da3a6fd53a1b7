import { describe, expect, it } from 'vitest';
import { memoryStore } from '../../test/contract/memory-store.js';
import { COST_MARKET } from '../../test/fixtures/cost-market.js';
import { afterPrices, priceLevels } from './price-levels.js';

const store = memoryStore(COST_MARKET);

describe('price levels', () => {
  it('are the newest known, all items with housing of the same year apart', async () => {
    const levels = await priceLevels(store, ['US-CA', 'US-AK'], 2025);
    expect([...levels.keys()].sort()).toEqual(['US-AK', 'US-CA']);
    expect(levels.get('US-CA')).toEqual({ source: 'price-levels', place: 'US-CA', year: 2023, all: 110, housing: 150 });
    expect(levels.get('US-AK')).toMatchObject({ all: 95, housing: null });
  });

  it('know nothing later than the year asked for', async () => {
    expect((await priceLevels(store, null, 2022)).get('US-CA')).toMatchObject({ year: 2022, all: 107, housing: 999 });
    expect((await priceLevels(store, null, 2021)).size).toBe(0);
  });

  it('are not those of long ago', async () => {
    expect((await priceLevels(store, ['US-CA'], 2028)).get('US-CA')!.year).toBe(2023);
    expect((await priceLevels(store, ['US-CA'], 2029)).size).toBe(0);
  });

  it('are none for other places and for an empty market', async () => {
    expect((await priceLevels(store, ['US-PR'], 2025)).size).toBe(0);
    expect((await priceLevels(memoryStore({}), null, 2025)).size).toBe(0);
  });
});

describe('pay after prices', () => {
  it('is the ratio of pay over the ratio of prices', () => {
    expect(afterPrices(1.21, { all: 110 })).toBeCloseTo(1.1, 12);
    expect(afterPrices(1, { all: 100 })).toBe(1);
  });
});
