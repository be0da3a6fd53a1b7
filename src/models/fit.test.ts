import { describe, expect, it } from 'vitest';
import { memoryStore } from '../../test/contract/memory-store.js';
import { officialRow, officialSeries } from '../../test/fixtures/market-rows.js';
import { loadParameters } from '../analysis/parameters.js';
import { fitParameters, MODEL_SOURCE } from './fit.js';

const years = [2022, 2023, 2024, 2025];
const official = [
  ...officialSeries('11-0001', years, { firstMean: 1_000_000, growth: 0.02 }),
  ...officialSeries('11-0002', years, { firstMean: 1_000_000, growth: 0.04 }),
  officialRow({ soc: '11-0003', jobs: 500, meanRsePercent: 3 }),
];

describe('what is fitted once for a market', () => {
  it('is everything an analysis reads, from the model source', async () => {
    const rows = await fitParameters(memoryStore({ official }));
    expect(new Set(rows.map((row) => row.source))).toEqual(new Set([MODEL_SOURCE]));
    const parameters = await loadParameters(memoryStore({ parameters: rows }));
    expect(parameters.designEffect).toBe(1);
    expect(parameters.growth.mean).toBeCloseTo(0.03, 5);
    expect([...parameters.growth.yearMeans.keys()]).toEqual([2023, 2024, 2025]);
    expect(parameters.rseSlope).toBeLessThan(0);
  });

  it('is rounded to nine digits, alike on every machine', async () => {
    const rows = await fitParameters(memoryStore({ official }));
    for (const { value } of rows) expect(value).toBe(Number(value.toPrecision(9)));
  });
});
