import { describe, expect, it } from 'vitest';
import { memoryStore } from '../../test/contract/memory-store.js';
import { payRow } from '../../test/fixtures/market-rows.js';
import type { RowOf } from '../query/tables.js';
import { designEffectOf, fitDesignEffect, type Offer } from './design-effect.js';

const offersBy = (employers: readonly string[]): Offer[] =>
  employers.map((employer, i) => ({ middle: 100 + i, employer, range: `range ${i}` }));

describe('the design effect of one cell', () => {
  it.each([
    ['one offer each', ['a', 'b', 'c', 'd'], 1],
    ['employers on one side of the median each', ['a', 'a', 'b', 'b'], 2],
    ['employers of three on one side each', ['a', 'a', 'a', 'b', 'b', 'b'], 3],
    ['employers on both sides', ['a', 'b', 'b', 'a'], 0],
    ['one employer in part', ['a', 'a', 'b', 'c'], 1.5],
  ])('with %s', (_name, employers, effect) => {
    expect(designEffectOf(offersBy(employers))).toBeCloseTo(effect, 12);
  });

  it('compares with the groups of equal ranges, not with single offers', () => {
    const pairs = offersBy(['a', 'a', 'b', 'b']).map((offer, i) => ({ ...offer, range: i < 2 ? 'low' : 'high' }));
    expect(designEffectOf(pairs)).toBe(1);
  });

  it('is 1 where ranges cancel out', () => {
    const same = offersBy(['a', 'b']).map((offer) => ({ ...offer, range: 'same' }));
    expect(designEffectOf(same)).toBe(1);
  });
});

/** So many offers at rising pay, the employer of each by its index. */
const cell = (count: number, employerOf: (index: number) => number | null, changes: Partial<RowOf<'pay'>> = {}) =>
  Array.from({ length: count }, (_, i) =>
    payRow({ employer: employerOf(i), annualLow: 100_000 + 10 * i, annualHigh: 120_000 + 10 * i, ...changes }),
  );
const inThrees = (i: number) => Math.floor(i / 3);
const alone = (i: number) => i;
const fitted = (pay: readonly RowOf<'pay'>[]) => fitDesignEffect(memoryStore({ pay }));

describe('the design effect of a market', () => {
  it('is that of its cells with thirty offers of ten employers', async () => {
    expect(await fitted(cell(30, inThrees))).toMatchObject({ name: 'design-effect', value: 3, n: 1 });
    expect(await fitted(cell(29, inThrees))).toMatchObject({ value: 1, n: 0 });
    expect(await fitted(cell(36, (i) => Math.floor(i / 4)))).toMatchObject({ value: 1, n: 0 });
  });

  it('is the median over cells, weighted by offers', async () => {
    const threes = cell(36, inThrees);
    expect(await fitted([...threes, ...cell(31, alone, { level: 'lead' })])).toMatchObject({ value: 3, n: 2 });
    expect(await fitted([...threes, ...cell(37, alone, { level: 'lead' })])).toMatchObject({ value: 1, n: 2 });
  });

  it('learns from posted offers of known roles and employers only', async () => {
    for (const changes of [{ basis: 'filed' }, { role: null }] as const) {
      expect((await fitted(cell(30, inThrees, changes))).n).toBe(0);
    }
    expect((await fitted(cell(60, (i) => (i % 2 === 0 ? inThrees(i / 2) : null)))).value).toBe(3);
  });

  it('never narrows an interval', async () => {
    const mixed = cell(40, (i) => i % 10);
    expect((await fitted(mixed)).value).toBe(1);
    expect(await fitted([])).toMatchObject({ value: 1, n: 0 });
  });
});
