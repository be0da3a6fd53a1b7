import { describe, expect, it } from 'vitest';
import type { DraftRow } from './connector.js';
import { GatheredRows } from './gathered-rows.js';

const series = (name: string): DraftRow<'series'> => ({ series: name, month: '2026-01-01', value: 1, n: null });

function gathered(): GatheredRows {
  const rows = new GatheredRows();
  rows.add('prices', { series: [series('cpi')] });
  rows.add('rates', { series: [series('ppi')] });
  rows.add('names', { employers: [] });
  return rows;
}

describe('GatheredRows', () => {
  it('gives rows of the sources that a connector names, in that order', () => {
    expect(
      gathered()
        .for({ id: 'x', after: ['rates', 'prices'] })('series')
        .map((row) => row.series),
    ).toEqual(['ppi', 'cpi']);
    expect(gathered().for({ id: 'x', after: ['prices'] })('series')).toHaveLength(1);
  });

  it('refuses rows of sources that a connector does not name', () => {
    expect(() => gathered().for({ id: 'x' })('series')).toThrow(/x asks for rows of series/);
    expect(() => gathered().for({ id: 'x', after: ['names'] })('series')).toThrow(/none of the sources/);
  });

  it('tells no rows from no such table', () => {
    expect(gathered().for({ id: 'x', after: ['names'] })('employers')).toEqual([]);
    expect(() => gathered().all('places')).toThrow(/places/);
  });

  it('puts rows read anew in the place of earlier ones', () => {
    const rows = gathered();
    rows.add('prices', { series: [series('new')] });
    expect(rows.all('series').map((row) => row.series)).toEqual(['new', 'ppi']);
  });
});
