import { describe, expect, it } from 'vitest';
import { memoryStore } from '../../test/contract/memory-store.js';
import { COST_MARKET, meanOf, OTHER_STATES } from '../../test/fixtures/cost-market.js';
import { PARAMETERS, questionWith } from '../../test/fixtures/question.js';
import { priceLevels } from './price-levels.js';
import { statesAfterPrices } from './states-after-prices.js';

async function compare(market = COST_MARKET, parameters = PARAMETERS) {
  const store = memoryStore(market);
  const data = { rows: market.official.filter((row) => row.place === 'US') };
  const levels = await priceLevels(store, null, 2025);
  return statesAfterPrices(store, questionWith(), data, { year: 2025, parameters, levels });
}

describe('states by pay after prices', () => {
  it('are in order of pay over prices, not of pay', async () => {
    const { states, year, priceYear } = (await compare())!;
    expect([year, priceYear, states.length]).toEqual([2025, 2023, 12]);
    expect(states[0]!.place).toBe('US-CA');
    expect(states[0]!.real).toBeCloseTo(1.25 / 1.1, 12);
    expect(states.map((state) => state.real)).toEqual(states.map((state) => state.real).sort((a, b) => b - a));
    const alaska = states.find((state) => state.place === 'US-AK')!;
    expect(alaska.real).toBeCloseTo(meanOf(1) / 66_000 / 0.95, 12);
    expect(alaska.interval.low).toBeLessThan(alaska.real);
  });

  it('may be the highest as far as their errors allow', async () => {
    const possible = async (rsePercent: number): Promise<readonly string[]> =>
      (await compare(COST_MARKET, { ...PARAMETERS, rseIntercept: Math.log(rsePercent) }))!.states
        .filter((state) => state.mayBeHighest)
        .map((state) => state.place);
    expect(await possible(0.01)).toEqual(['US-CA']);
    expect(await possible(2)).toEqual(['US-CA', 'US-AK']);
    expect(await possible(30)).toHaveLength(12);
  });

  it('leave out a state without cells of its own for most of the mix, or without a price level', async () => {
    const official = COST_MARKET.official.filter((row) => !(row.place === 'US-CA' && row.soc === '15-2051'));
    expect((await compare({ ...COST_MARKET, official }))!.states.map((state) => state.place)).not.toContain('US-CA');
    const priceLevelRows = COST_MARKET.priceLevels.filter((row) => row.place !== 'US-AK');
    const without = await compare({ ...COST_MARKET, priceLevels: priceLevelRows });
    expect(without!.states.map((state) => state.place)).not.toContain('US-AK');
  });

  it('leave out metropolitan areas and price levels of another year', async () => {
    const older = COST_MARKET.priceLevels.map((row) => (row.place === 'US-AK' ? { ...row, year: 2022 } : row));
    const places = (await compare({ ...COST_MARKET, priceLevels: older }))!.states.map((state) => state.place);
    expect(places).not.toContain('US-AK');
    expect(places).not.toContain('US-41940');
  });

  it('are nothing with fewer than ten', async () => {
    const few = COST_MARKET.priceLevels.filter((row) => !OTHER_STATES.slice(0, 3).includes(row.place));
    expect(await compare({ ...COST_MARKET, priceLevels: few })).toBeNull();
    expect(await compare({ ...COST_MARKET, priceLevels: [] })).toBeNull();
  });
});
