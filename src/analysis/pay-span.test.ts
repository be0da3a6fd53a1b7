import { describe, expect, it } from 'vitest';
import { memoryStore } from '../../test/contract/memory-store.js';
import { officialRow, officialSeries } from '../../test/fixtures/market-rows.js';
import { PARAMETERS, questionWith } from '../../test/fixtures/question.js';
import type { RowOf } from '../query/tables.js';
import { paySpan } from './pay-span.js';

const price = (year: number, value: number) => ({
  source: 'prices',
  series: 'cpi-u',
  month: `${year}-05-01`,
  value,
  n: null,
});
const prices = [price(2021, 270), price(2023, 300), price(2025, 324)];
const one = { occupations: [{ soc: '15-1252', title: 'Software Developers', share: 0.9 }] };
const years = [2021, 2022, 2023, 2024, 2025];
const series = officialSeries('15-1252', years, { firstMean: 100_000, growth: 0.05 });

const spanOf = (rows: readonly RowOf<'official'>[], changes = {}, cpi = prices) =>
  paySpan(memoryStore({ series: cpi }), questionWith({ ...one, ...changes }), { rows }, PARAMETERS);

describe('the span of official pay', () => {
  it('runs from the first year of the newest taxonomy, nominal, with the prices of the same months', async () => {
    const older = officialRow({ year: 2019, taxonomy: 'hybrid', mean: 1 });
    const span = (await spanOf([older, ...series]))!;
    expect(span).toMatchObject({ fromYear: 2021, toYear: 2025, source: 'oews-national' });
    expect(span.ratio).toBeCloseTo(Math.exp(0.2), 4);
    expect(span.prices).toEqual({ source: 'prices', ratio: 1.2 });
  });

  it('has an interval where the two years share no survey panel', async () => {
    const { ratio, interval } = (await spanOf(series))!;
    const half = 1.6448536 * Math.hypot(0.005, 0.005);
    expect(Math.log(interval!.high / ratio)).toBeCloseTo(half, 6);
    expect((await spanOf(series.filter((row) => row.year >= 2022)))!.interval).not.toBeNull();
    expect((await spanOf(series.filter((row) => row.year >= 2023)))!.interval).toBeNull();
  });

  it('is nothing within two years, which the last year tells already, and nowhere without a series', async () => {
    expect(await spanOf(series.filter((row) => row.year >= 2024))).toBeNull();
    expect(await spanOf([])).toBeNull();
    expect(await spanOf(series, { occupations: [{ soc: '99-9999', title: 'None', share: 1 }] })).toBeNull();
  });

  it('leaves out an occupation with a year missing, and is nominal alone where a price is', async () => {
    const gap = officialSeries('15-2051', [2021, 2025], { firstMean: 50_000, growth: 1 });
    const both = { occupations: [...one.occupations, { soc: '15-2051', title: 'Data Scientists', share: 0.1 }] };
    expect((await spanOf([...series, ...gap], both))!.ratio).toBeCloseTo(Math.exp(0.2), 4);
    expect((await spanOf(series, {}, [price(2025, 1)]))!.prices).toBeNull();
  });
});
