import { describe, expect, it } from 'vitest';
import { memoryStore } from '../../test/contract/memory-store.js';
import { payRow } from '../../test/fixtures/market-rows.js';
import { levelOf, PARAMETERS, questionWith } from '../../test/fixtures/question.js';
import type { RowOf } from '../query/tables.js';
import { cellRanges, MOST_RANGES } from './cell-ranges.js';
import { newCohorts } from './cohort.js';
import { gatherPay } from './pay-answers.js';
import type { Question } from './question.js';

const rangesOf = async (
  pay: readonly RowOf<'pay'>[],
  changes: Partial<Question> = {},
  employers: readonly RowOf<'employers'>[] = [],
) => {
  const question = questionWith({ level: levelOf('senior'), ...changes });
  const store = memoryStore({ pay, employers });
  const { posted } = await gatherPay(store, question, {
    parameters: PARAMETERS,
    cohorts: newCohorts(1),
    payModel: null,
  });
  return cellRanges(store, question, posted);
};

describe('the ranges behind a cell', () => {
  it('are those of the asked cell when nothing carries, in the currency and unit stated', async () => {
    const hourly = { unit: 'hour', lowMinor: 4_808, highMinor: 6_731, annualLow: 100_006, annualHigh: 140_005 };
    const found = await rangesOf([payRow({ ...hourly, repeats: 3 })], {}, [
      { source: 'boards', employer: 1, name: 'Acme' },
      { source: 'mine', employer: 1, name: 'Private name' },
    ]);
    expect(found).toMatchObject({ carried: false, total: 1, stated: 3, contributing: 0 });
    expect(found!.rows).toEqual([
      {
        title: 'data engineer',
        employer: 'Acme',
        currency: 'USD',
        unit: 'hour',
        low: 48.08,
        high: 67.31,
        seenFrom: '2026-03-01',
        seenTo: '2026-03-31',
        region: 'US-CA',
        level: 'senior',
        source: 'boards',
        repeats: 3,
        match: 'title',
      },
    ]);
  });

  it('tell two rows apart that differ in the stated amount alone', async () => {
    const twins = [4_808, 4_809].map((lowMinor) => payRow({ unit: 'hour', lowMinor, highMinor: 6_731 }));
    const lows = (await rangesOf(twins))!.rows.map(({ low }) => low);
    expect(lows.sort()).toEqual([48.08, 48.09]);
  });

  it('come exact title first, then the cell, then the newest', async () => {
    const rows = [
      payRow({ title: 'a', seenFrom: '2026-04-01', seenTo: '2026-04-10', role: 'data-scientist' }),
      payRow({ title: 'b', seenFrom: '2026-01-01', seenTo: '2026-01-31', employer: 2 }),
      payRow({ title: 'c', seenFrom: '2026-02-01', seenTo: '2026-02-28', employer: 3 }),
      payRow({ seenFrom: '2024-01-01', seenTo: '2024-01-31', employer: 4 }),
      ...Array.from({ length: 12 }, (_, i) => payRow({ title: 'd', role: 'data-scientist', employer: 10 + i })),
    ];
    const found = (await rangesOf(rows))!;
    expect(found.carried).toBe(true);
    expect(found.scope.kind).toBe('family');
    expect(found.total).toBe(16);
    expect(found.rows.slice(0, 4).map(({ title, match }) => [title, match])).toEqual([
      ['data engineer', 'title'],
      ['c', 'cell'],
      ['b', 'cell'],
      ['a', 'scope'],
    ]);
  });

  it('never hold filed pay or own rows, nor a name of a source that gives none', async () => {
    const filed = payRow({ source: 'filings', basis: 'filed', employer: 5 });
    const own = payRow({ source: 'mine', employer: 6 });
    const nameless = payRow({ source: 'index', employer: null });
    expect(await rangesOf([filed, own])).toBeNull();
    const found = await rangesOf([filed, own, nameless], {}, [
      { source: 'filings', employer: 5, name: 'A filer' },
      { source: 'mine', employer: 6, name: 'Private' },
    ]);
    expect(found!.rows.map(({ source, employer }) => [source, employer])).toEqual([['index', null]]);
    expect(found).toMatchObject({ total: 1, sources: ['index'] });
  });

  it('are listed up to a limit and counted in full', async () => {
    const many = Array.from({ length: MOST_RANGES + 30 }, (_, i) => payRow({ employer: i, annualLow: 90_000 + i }));
    const found = (await rangesOf(many))!;
    expect([found.rows.length, found.total]).toEqual([MOST_RANGES, MOST_RANGES + 30]);
    expect((await rangesOf([...many].reverse()))!.rows).toEqual(found.rows);
  });

  it('are absent where nothing is advertised', async () => {
    expect(await rangesOf([])).toBeNull();
    expect(await rangesOf([payRow({ currency: 'EUR' })])).toBeNull();
  });
});
