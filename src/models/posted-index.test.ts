import { describe, expect, it } from 'vitest';
import { memoryStore } from '../../test/contract/memory-store.js';
import { payRow } from '../../test/fixtures/market-rows.js';
import type { RowOf } from '../query/tables.js';
import { fitPostedIndex, postedIndex } from './posted-index.js';

const YEAR = { step: 'year', designEffect: 1 } as const;

/** Forty employers a year at two levels; pay rises by three per cent a year, and the mix moves to the higher level. */
function years(list: readonly number[], changes: Partial<RowOf<'pay'>> = {}): RowOf<'pay'>[] {
  return list.flatMap((year, step) =>
    Array.from({ length: 40 }, (_, employer) => {
      const isSenior = employer % 4 <= step;
      const wobble = 1 + 0.002 * ((employer + year) % 5);
      const annual = Math.round((isSenior ? 150_000 : 100_000) * Math.exp(0.03 * (year - 2023)) * wobble);
      return [employer, employer + 1].map((id) =>
        payRow({
          employer: null,
          level: isSenior ? 'senior' : 'mid',
          annualLow: annual + 10 * id,
          annualHigh: annual + 10 * id,
          seenFrom: `${year}-06-01`,
          seenTo: `${year}-06-30`,
          ...changes,
        }),
      );
    }).flat(),
  );
}

const index = (pay: readonly RowOf<'pay'>[], options: Parameters<typeof postedIndex>[1] = YEAR) =>
  postedIndex(memoryStore({ pay }), options);

describe('the index of our own rows', () => {
  it('holds role and level constant', async () => {
    const points = await index(years([2023, 2024, 2025]));
    expect(points.map(({ period }) => period)).toEqual(['2024', '2025']);
    for (const { change, changeSd } of points) {
      expect(Math.abs(change - 0.03)).toBeLessThan(4 * changeSd + 1e-3);
      expect(changeSd).toBeGreaterThan(0);
    }
  });

  it('holds source, place and a known employer constant too', async () => {
    const before = years([2023]);
    for (const changes of [{ source: 'other' }, { region: 'US-TX' }, { employer: 9 }, { role: 'qa-engineer' }]) {
      expect(await index([...before, ...years([2024], changes)])).toEqual([]);
    }
  });

  it('leaves out other countries, currencies, bases and rows without a role', async () => {
    for (const changes of [{ country: 'DE' }, { currency: 'EUR' }, { basis: 'filed' }, { role: null }] as const) {
      expect(await index(years([2023, 2024], changes))).toEqual([]);
    }
    expect(await index([])).toEqual([]);
  });

  it('dates by quarter only what is dated that exactly', async () => {
    const quarter = { step: 'quarter', designEffect: 1 } as const;
    const dated = (year: number, from: string, to: string) =>
      years([year], { seenFrom: `2024-${from}`, seenTo: `2024-${to}` });
    const rows = [...dated(2023, '02-01', '02-28'), ...dated(2024, '04-01', '06-30')];
    expect((await index(rows, quarter)).map(({ period }) => period)).toEqual(['2024-04']);
    expect(await index([...dated(2023, '02-01', '02-28'), ...dated(2024, '03-01', '06-30')], quarter)).toEqual([]);
  });

  it('neither begins nor ends with a handful of offers', async () => {
    const stray = years([2021, 2026]).filter((_, i) => i % 10 === 0);
    expect(await index([...years([2023, 2024]), ...stray])).toEqual(await index(years([2023, 2024])));
  });

  it('ends where one employer carries the change', async () => {
    const alone = years([2024, 2025], { source: 'agency', employer: 1 });
    expect((await index([...years([2023, 2024]), ...alone])).map(({ period }) => period)).toEqual(['2024']);
  });

  it('stands beside the index that carries pay', async () => {
    const series = [2023, 2024].map((year) => ({
      source: 'indeed-wages',
      series: 'posted-wage-growth-us',
      month: `${year}-07-01`,
      value: 0.04,
      n: null,
    }));
    const points = await postedIndex(memoryStore({ pay: years([2023, 2024]), series }), YEAR);
    expect(points[0]!.wageIndexChange).toBeCloseTo(Math.log(1.04), 9);
  });

  it('becomes parameters year by year, where it is precise, wider by the design effect', async () => {
    const fitted = async (pay: readonly RowOf<'pay'>[], effect: number) =>
      new Map((await fitPostedIndex(memoryStore({ pay }), effect)).map(({ name, value }) => [name, value]));
    const rows = years([2023, 2024]);
    const found = await fitted(rows, 1);
    expect([...found.keys()]).toEqual(['posted-index.change.2024', 'posted-index.change.2024.sd']);
    expect((await fitted(rows, 4)).get('posted-index.change.2024.sd')).toBeCloseTo(
      2 * found.get('posted-index.change.2024.sd')!,
      12,
    );
    const noisy = rows.map((row, i) => ({
      ...row,
      annualLow: row.annualLow + 4000 * (i % 13),
      annualHigh: row.annualHigh + 4000 * (i % 13),
    }));
    expect((await fitted(noisy, 4)).size).toBe(0);
  });
});
