import { describe, expect, it } from 'vitest';
import { memoryStore } from '../../test/contract/memory-store.js';
import { COST_MARKET, LARGE_METRO, wageRow } from '../../test/fixtures/cost-market.js';
import { IN_CALIFORNIA, IN_SAN_JOSE, PARAMETERS, questionWith } from '../../test/fixtures/question.js';
import type { RowOf } from '../query/tables.js';
import { metroRelativePay } from './metro-pay.js';
import type { Question } from './question.js';

const inSanJose = (
  prevailing: readonly RowOf<'prevailing'>[],
  changes: Partial<Question> = {},
  series: readonly RowOf<'series'>[] = [LARGE_METRO],
) =>
  metroRelativePay(
    memoryStore({ prevailing, series }),
    questionWith({ ...IN_SAN_JOSE, ...changes }),
    { rows: COST_MARKET.official },
    PARAMETERS,
  );

describe('the cost of labour of a metropolitan area', () => {
  it("is its means over the nation's of May of the year before, without an interval", async () => {
    const metro = (await inSanJose(COST_MARKET.prevailing))!;
    expect(metro).toMatchObject({ borrowed: 0, absent: 0 });
    expect(metro.pay).toMatchObject({ place: 'US-41940', year: 2024, interval: null, ownLogStandardError: null });
    expect(metro.pay!.ratio).toBeCloseTo((0.6 * 94_500 + 0.4 * 75_600) / 63_000, 12);
    expect(metro.pay!.sources).toEqual(['floors', 'oews-national']);
  });

  it('leaves out figures that other areas share', async () => {
    const metro = (await inSanJose([wageRow(), wageRow({ soc: '15-2051', sharing: 1 })]))!;
    expect(metro).toMatchObject({ borrowed: 1, pay: { coverage: 0.6, occupations: [{ soc: '15-1252' }] } });
    expect(await inSanJose([wageRow({ sharing: 3 }), wageRow({ soc: '15-2051' })])).toMatchObject({
      pay: null,
      borrowed: 1,
      absent: 0,
    });
  });

  it('trusts no figure of a small area, which may be its neighbours', async () => {
    const other = { ...LARGE_METRO, series: 'postings-percent-change-us:metro:US-42660' };
    for (const series of [[], [other]]) {
      expect(await inSanJose(COST_MARKET.prevailing, {}, series)).toMatchObject({ pay: null, large: false });
    }
  });

  it('counts what has no figure', async () => {
    expect(await inSanJose([wageRow(), wageRow({ soc: '15-2051', mean: null })])).toMatchObject({
      absent: 1,
      pay: { coverage: 0.6 },
    });
  });

  it('knows no wage year that has not begun, and none without a national figure', async () => {
    expect(await inSanJose(COST_MARKET.prevailing, { asOf: '2025-06-30' })).toBeNull();
    expect((await inSanJose(COST_MARKET.prevailing, { asOf: '2025-07-01' }))!.pay!.year).toBe(2024);
    expect(await inSanJose([wageRow({ year: 2020 })])).toBeNull();
  });

  it('tells whose figure each mean is', async () => {
    const rows = [wageRow(), wageRow({ soc: '15-2051', sharing: 2 })];
    expect((await inSanJose(rows))!.means).toMatchObject([
      { occupation: { soc: '15-1252' }, year: 2024, mean: 94_500, origin: 'own', sharing: 0, source: 'floors' },
      { occupation: { soc: '15-2051' }, origin: 'shared', sharing: 2 },
    ]);
    expect((await inSanJose(rows, {}, []))!.means.map(({ origin }) => origin)).toEqual(['unknown', 'shared']);
    expect((await inSanJose([wageRow({ mean: null }), wageRow({ soc: '15-2051' })]))!.means).toHaveLength(1);
  });

  it('is asked of metropolitan areas alone', async () => {
    expect(await inSanJose(COST_MARKET.prevailing, IN_CALIFORNIA)).toBeNull();
    expect(await inSanJose([], {})).toBeNull();
  });
});
