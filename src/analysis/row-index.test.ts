import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { observation } from '../../test/fixtures/market-rows.js';
import type { LevelId } from '../core/level.js';
import { isSelected, type RowSelection, rowIndex } from './row-index.js';

const role = fc.constantFrom('data-scientist', 'data-engineer', null);
const region = fc.constantFrom('US-CA', 'US-TX', null);
const level = fc.constantFrom<LevelId | null>('senior', 'lead', 'staff', null);
const rows = fc.array(
  fc.record({ role, region, level }).map((parts) => observation(parts)),
  { maxLength: 60 },
);
const selection: fc.Arbitrary<RowSelection> = fc.record({
  role,
  region,
  levels: fc.option(fc.uniqueArray(fc.constantFrom<LevelId>('senior', 'lead', 'staff')).map((ids) => new Set(ids))),
});

describe('rowIndex', () => {
  it('selects the very rows, in their order, that a look at each of them selects', () => {
    fc.assert(
      fc.property(rows, fc.array(selection, { minLength: 1, maxLength: 8 }), (all, selections) => {
        const index = rowIndex(all);
        for (const one of selections) {
          const found = index(one);
          const looked = all.filter((row) => isSelected(row, one));
          expect(found.length).toBe(looked.length);
          expect(found.every((row, at) => row === looked[at])).toBe(true);
        }
      }),
    );
  });

  it('has nothing of a role or a region that no row bears, and every row where nothing is asked', () => {
    const all = [observation({ role: 'a', region: 'US-CA' }), observation({ role: null, region: null })];
    const index = rowIndex(all);
    expect(index({ role: 'b', region: null, levels: null })).toEqual([]);
    expect(index({ role: null, region: 'US-TX', levels: null })).toEqual([]);
    expect(index({ role: null, region: null, levels: null })).toEqual(all);
    expect(index({ role: null, region: null, levels: new Set() })).toEqual([]);
    expect(rowIndex([])({ role: 'a', region: null, levels: null })).toEqual([]);
  });
});
