import { describe, expect, it } from 'vitest';
import { storedColumn, tableFolder } from './dialect.js';
import { TABLE_NAMES, TABLES } from './tables.js';

describe('stored names', () => {
  it('are snake case for columns and kebab case for folders', () => {
    expect(storedColumn('jobsRsePercent')).toBe('jobs_rse_percent');
    expect(storedColumn('p10')).toBe('p10');
    expect(tableFolder('exchangeRates')).toBe('exchange-rates');
  });

  it('need no quoting and stay apart', () => {
    for (const table of TABLE_NAMES) {
      const columns = Object.keys(TABLES[table].columns).map(storedColumn);
      expect(new Set(columns).size).toBe(columns.length);
      for (const column of columns) expect(column).toMatch(/^[a-z][a-z0-9_]*$/);
    }
    expect(new Set(TABLE_NAMES.map(tableFolder)).size).toBe(TABLE_NAMES.length);
  });

  it('are given to every sort column', () => {
    for (const table of TABLE_NAMES)
      expect(Object.keys(TABLES[table].columns)).toEqual(expect.arrayContaining([...TABLES[table].sort]));
  });
});
