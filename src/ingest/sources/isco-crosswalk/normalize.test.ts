import { describe, expect, it } from 'vitest';
import { normalizeMatches } from './normalize.js';
import { type ReviewedMatch, reviewedRows } from './reviewed-matches.js';

const link = (fromCode: string, toCode: string) => ({ fromTaxonomy: 'SOC 2010', fromCode, toCode });
const pair = (soc10: string, isco08: string) => ({ soc10, isco08 });
const match = (taxonomy: string, code: string, ...soc: string[]): ReviewedMatch => ({
  taxonomy,
  code,
  label: 'Loom hands',
  soc,
  because: 'same work',
});

describe('normalizeMatches', () => {
  it('carries pairs on to SOC 2018 and shares an occupation among its classes', () => {
    const reading = normalizeMatches([pair('981010', '9111'), pair('981020', '9112'), pair('981020', '110')], {
      crosswalk: [link('98-1010', '98-1011'), link('98-1020', '98-1011'), link('98-1020', '98-1021')],
      reviewed: [],
    });
    expect(reading.tables.occupationMatches).toEqual([
      ...['9111', '9112', '0110'].map((code) => ({
        taxonomy: 'ISCO-08',
        code,
        soc: '98-1011',
        share: 0.333333,
        matchedBy: 'published crosswalk',
      })),
      ...['9112', '0110'].map((code) => ({
        taxonomy: 'ISCO-08',
        code,
        soc: '98-1021',
        share: 0.5,
        matchedBy: 'published crosswalk',
      })),
    ]);
    expect(reading).toMatchObject({ rowsIn: 3, rowsKept: 3 });
  });

  it('does not send an occupation of its own to the class of a group of what is left over', () => {
    const reading = normalizeMatches([pair('982099', '3314')], {
      crosswalk: [link('98-2099', '98-2051'), link('98-2099', '98-2098')],
      reviewed: [],
    });
    expect(reading.tables.occupationMatches).toEqual([]);
    expect(reading).toMatchObject({ rowsIn: 1, rowsKept: 0, excluded: [{ count: 1 }] });
    const leftOver = normalizeMatches([pair('982099', '3314')], {
      crosswalk: [link('98-2099', '98-2999')],
      reviewed: [],
    });
    expect(leftOver.tables.occupationMatches).toHaveLength(1);
  });

  it('lets the reviewed list settle an occupation in its own taxonomy only', () => {
    const reading = normalizeMatches([pair('981010', '9111'), pair('970000', '9111')], {
      crosswalk: [link('98-1010', '98-1011'), { ...link('97-0000', '98-1011'), fromTaxonomy: 'O*NET-SOC 2010' }],
      reviewed: [match('ISCO-08', '9119', '98-1011'), match('Guild 1900', 'L', '98-1011')],
    });
    expect(reading.tables.occupationMatches!.map(({ code, share, matchedBy }) => [code, share, matchedBy])).toEqual([
      ['9119', 1, 'reviewed by hand'],
      ['L', 1, 'reviewed by hand'],
    ]);
    expect(reading.excluded).toEqual([
      { reason: 'old code without a successor', count: 1 },
      { reason: 'set by the reviewed list', count: 1 },
    ]);
  });
});

describe('reviewedRows', () => {
  it('shares an occupation that is divided among classes', () => {
    const rows = reviewedRows([match('Guild 1900', 'L', '98-1011', '98-1021'), match('Guild 1900', 'S', '98-1011')]);
    expect(rows.map(({ code, soc, share }) => [code, soc, share])).toEqual([
      ['L', '98-1011', 0.5],
      ['L', '98-1021', 1],
      ['S', '98-1011', 0.5],
    ]);
  });

  it.each([['98-1011.00'], ['981011'], ['']])("refuses '%s', which is no code", (soc) => {
    expect(() => reviewedRows([match('Guild 1900', 'L', soc)])).toThrow(/no code of SOC 2018/);
  });

  it('refuses a match that stands twice', () => {
    const twice = [match('Guild 1900', 'L', '98-1011'), match('Guild 1900', 'L', '98-1011')];
    expect(() => reviewedRows(twice)).toThrow(/twice/);
  });
});
