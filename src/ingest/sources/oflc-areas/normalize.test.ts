import { describe, expect, it } from 'vitest';
import { normalizeGeography } from './normalize.js';

const LISTS = {
  countries: { countries: [{ code: 'US', name: 'United States', currency: 'USD' }] },
  states: { states: [{ code: 'TX', name: 'Texas' }], metros: [], towns: [], cityNamesSharedAbroad: [] },
};

describe('normalizeGeography', () => {
  const reading = normalizeGeography(
    [
      { area: '99100', areaName: 'Weldon, TX', stateAb: 'TX' },
      { area: '99100', areaName: 'Weldon, TX', stateAb: 'TX' },
      { area: '4800001', areaName: 'Plains of Texas nonmetropolitan area', stateAb: 'TX' },
    ],
    LISTS,
  );

  it('gives countries, states and metropolitan areas, by several spellings', () => {
    const found = new Map(reading.tables.places!.map((row) => [row.key, row.place]));
    expect(found.get('united states')).toBe('US');
    expect(found.get('texas')).toBe('US-TX');
    expect(found.get('weldon')).toBe('US-99100');
    expect([...found.values()]).not.toContain('US-4800001');
  });

  it('accounts for every county', () => {
    expect(reading).toMatchObject({ rowsIn: 3, rowsKept: 1 });
    expect(reading.excluded).toEqual([
      { reason: 'county outside metropolitan areas', count: 1 },
      { reason: 'further county of a metropolitan area', count: 1 },
    ]);
  });
});
