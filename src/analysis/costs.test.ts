import { describe, expect, it } from 'vitest';
import { COST_MARKET } from '../../test/fixtures/cost-market.js';
import { IN_BRITAIN, IN_CALIFORNIA, IN_SAN_JOSE } from '../../test/fixtures/question.js';
import { smallAnswers } from '../../test/fixtures/small-report.js';
import type { Question } from './question.js';

const costsOf = async (question: Partial<Question>, market = COST_MARKET) =>
  (await smallAnswers({ question, market })).costs;

describe('costs', () => {
  it("of a state are its pay, its prices and those of the headline's place", async () => {
    const costs = await costsOf(IN_CALIFORNIA);
    expect(costs.labour).toMatchObject({ place: 'US-CA', year: 2025 });
    expect([costs.prices, costs.pricesOfLabour, costs.pricesOfHeadline].map((level) => level?.place)).toEqual([
      'US-CA',
      'US-CA',
      'US-CA',
    ]);
    expect(costs.states!.states).toHaveLength(12);
    expect([costs.metro, costs.abroad]).toEqual([null, null]);
  });

  it('of a metropolitan area with figures of its own are its own, and the headline keeps the prices of its state', async () => {
    const costs = await costsOf(IN_SAN_JOSE);
    expect(costs.labour).toMatchObject({ place: 'US-41940', year: 2024 });
    expect([costs.prices!.all, costs.pricesOfLabour!.all, costs.pricesOfHeadline!.all]).toEqual([120, 120, 110]);
  });

  it("of a metropolitan area with borrowed figures are its state's", async () => {
    const prevailing = COST_MARKET.prevailing.map((row) => ({ ...row, sharing: 2 }));
    const costs = await costsOf(IN_SAN_JOSE, { ...COST_MARKET, prevailing });
    expect(costs.labour!.place).toBe('US-CA');
    expect(costs.metro).toMatchObject({ pay: null, borrowed: 2 });
    expect([costs.prices!.all, costs.pricesOfLabour!.all]).toEqual([120, 110]);
  });

  it('of a country are the comparison of its states alone', async () => {
    const costs = await costsOf({});
    expect([costs.labour, costs.prices, costs.pricesOfHeadline]).toEqual([null, null, null]);
    expect(costs.states!.states).toHaveLength(12);
    expect(costs.span).toMatchObject({ fromYear: 2023, toYear: 2025, interval: null });
  });

  it('know no price level of the year of the as-of date or later', async () => {
    const costs = await costsOf({ ...IN_CALIFORNIA, asOf: '2023-12-31' });
    expect(costs.prices).toMatchObject({ year: 2022, all: 107 });
    expect(costs.states).toBeNull();
  });

  it('are nothing abroad without a headline, and nothing in an empty market', async () => {
    expect(await costsOf(IN_BRITAIN)).toMatchObject({ labour: null, prices: null, states: null, abroad: null });
    const { costs } = await smallAnswers({ question: IN_CALIFORNIA, market: {} });
    expect(Object.values(costs).every((entry) => entry === null)).toBe(true);
  });
});
