import { describe, expect, it } from 'vitest';
import { memoryStore } from '../../test/contract/memory-store.js';
import { payRow } from '../../test/fixtures/market-rows.js';
import { SMALL_MARKET } from '../../test/fixtures/small-market.js';
import { select } from '../query/plan.js';
import { ownRowsOnly } from './own-rows-only.js';

const store = memoryStore({
  ...SMALL_MARKET,
  pay: [
    payRow({ title: 'theirs' }),
    payRow({ title: 'own', source: 'mine' }),
    payRow({ title: 'old', source: 'mine' }),
  ],
});
const only = ownRowsOnly(store);

describe('a store of own rows only', () => {
  it('leaves public observations out, whatever is asked', async () => {
    const titles = (rows: readonly { title: string }[]) => rows.map(({ title }) => title).sort();
    expect(titles(await only.read(select('pay', ['title'])))).toEqual(['old', 'own']);
    expect(titles(await only.read(select('pay', ['title'], [{ column: 'title', is: 'theirs' }])))).toEqual([]);
    expect(titles(await only.read(select('pay', ['title'], [{ column: 'title', is: 'own' }], 1)))).toEqual(['own']);
    expect(await only.read(select('official', ['p50']))).toEqual([]);
    expect(await only.read(select('projections', ['soc']))).toEqual([]);
  });

  it('keeps what explains and converts them', async () => {
    for (const table of ['software', 'exposure', 'series', 'exchangeRates'] as const) {
      const all = await store.read(select(table, ['source']));
      expect(all.length).toBeGreaterThan(0);
      expect(await only.read(select(table, ['source']))).toEqual(all);
    }
  });
});
