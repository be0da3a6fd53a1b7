import { describe, expect, it } from 'vitest';
import { memoryStore } from '../../test/contract/memory-store.js';
import { payRow } from '../../test/fixtures/market-rows.js';
import { IN_BRITAIN, PARAMETERS, questionWith } from '../../test/fixtures/question.js';
import type { RowOf } from '../query/tables.js';
import { gatherAnswers } from './answers.js';
import { newCohorts } from './cohort.js';
import type { Question } from './question.js';

const rate = (month: string, perUsd: number, currency = 'GBP') => ({ source: 'rates', currency, month, perUsd });
const yearOf = (year: number, perUsd: number) =>
  Array.from({ length: 12 }, (_, month) => rate(`${year}-${String(month + 1).padStart(2, '0')}-01`, perUsd));

/** Forty British offers of 60,000 to 80,000 in a month. */
const offers = (month: string, from = 0): RowOf<'pay'>[] =>
  Array.from({ length: 40 }, (_, index) =>
    payRow({
      country: 'GB',
      currency: 'GBP',
      region: null,
      employer: from + index,
      annualLow: 60_000 + index,
      annualHigh: 80_000 + index,
      seenFrom: `${month}-01`,
      seenTo: `${month}-28`,
    }),
  );

const parity = (year: number, perUsd: number) => ({ source: 'parities', country: 'GB', year, perUsd });

async function abroadOf(market: Parameters<typeof memoryStore>[0], changes: Partial<Question> = {}) {
  const answers = await gatherAnswers(memoryStore(market), questionWith({ ...IN_BRITAIN, ...changes }), {
    parameters: PARAMETERS,
    offer: null,
    payModel: null,
    cohorts: newCohorts(1),
  });
  return { abroad: answers.costs.abroad, median: answers.headline?.percentiles['50'] };
}

describe('a headline in another currency', () => {
  it('is in dollars at the rate of its own month, not of the as-of date', async () => {
    const exchangeRates = [rate('2025-06-01', 0.7), rate('2026-04-01', 0.9)];
    const { abroad, median } = await abroadOf({ pay: offers('2025-06'), exchangeRates });
    expect(abroad!.dollars!.value).toBeCloseTo(median!.value / 0.7, 3);
    expect(abroad!.dollars!.low).toBeCloseTo(median!.low! / 0.7, 3);
    expect(abroad!.dollars).toMatchObject({
      source: 'rates',
      months: { from: '2025-06-01', to: '2025-06-01' },
      perUsd: { lowest: 0.7, highest: 0.7 },
    });
  });

  it('converts each offer in its own month, weighted as the headline', async () => {
    const exchangeRates = [rate('2025-06-01', 0.7), rate('2026-01-01', 0.8)];
    const pay = [...offers('2025-06'), ...offers('2026-01', 100)];
    const { dollars } = (await abroadOf({ pay, exchangeRates })).abroad!;
    expect(dollars!.perUsd.effective).toBeGreaterThan(0.7);
    expect(dollars!.perUsd.effective).toBeLessThan(0.8);
    expect(dollars!.perUsd.effective).toBeCloseTo(0.747, 2);
    expect(dollars!.months).toEqual({ from: '2025-06-01', to: '2026-01-01' });
  });

  it('takes the newest rate before a month that has none, and gives nothing before the first', async () => {
    const exchangeRates = [rate('2025-04-01', 0.7), rate('2025-07-01', 0.1)];
    expect((await abroadOf({ pay: offers('2025-06'), exchangeRates })).abroad!.dollars!.perUsd.highest).toBe(0.7);
    const late = { pay: offers('2025-06'), exchangeRates: [rate('2025-07-01', 0.7)] };
    expect((await abroadOf(late)).abroad!.dollars).toBeNull();
    const other = { pay: offers('2025-06'), exchangeRates: [rate('2025-06-01', 0.7, 'EUR')] };
    expect((await abroadOf(other)).abroad).toEqual({ dollars: null, purchasingPower: null });
  });

  it('is set at purchasing power beside it, with the price level of that year', async () => {
    const market = {
      pay: offers('2025-06'),
      exchangeRates: [...yearOf(2024, 0.8), ...yearOf(2025, 0.5)],
      purchasingPower: [parity(2023, 0.5), parity(2024, 0.68)],
    };
    const { abroad, median } = await abroadOf(market);
    expect(abroad!.purchasingPower).toMatchObject({ source: 'parities', year: 2024, perUsd: 0.68 });
    expect(abroad!.purchasingPower!.value).toBeCloseTo(median!.value / 0.68, 3);
    expect(abroad!.purchasingPower!.priceLevel).toMatchObject({ exchangeSource: 'rates' });
    expect(abroad!.purchasingPower!.priceLevel!.ratio).toBeCloseTo(0.85, 10);
  });

  it('has no price level from part of a year, and no parity of the current or a later year', async () => {
    const market = {
      pay: offers('2025-06'),
      exchangeRates: yearOf(2024, 0.8).slice(1),
      purchasingPower: [parity(2024, 0.68), parity(2026, 9), parity(2027, 9)],
    };
    const { purchasingPower } = (await abroadOf(market)).abroad!;
    expect(purchasingPower).toMatchObject({ year: 2024, priceLevel: null });
  });

  it('is nothing in dollars, and nothing without a headline', async () => {
    expect((await abroadOf({})).abroad).toBeNull();
    const dollars = await abroadOf({ pay: offers('2025-06').map((row) => ({ ...row, currency: 'USD' })) });
    expect(dollars.abroad).toBeNull();
  });
});
