import { describe, expect, it } from 'vitest';
import { TABLES } from '../query/tables.js';
import { earningsRow, hasPay, lastYear } from './earnings-row.js';

const CELL = {
  country: 'XX',
  place: 'XX',
  placeName: 'Loomland',
  taxonomy: 'Guild 1900',
  code: '1',
  label: 'Loom hands',
  year: 2030,
  unit: 'month',
  currency: 'XAF',
  population: 'hands',
};

describe('earningsRow', () => {
  it('has every column of the table but the source, empty where nothing is given', () => {
    const row = earningsRow({ ...CELL, p50: 10 });
    expect(Object.keys(row).sort()).toEqual(
      Object.keys(TABLES.earnings.columns)
        .filter((column) => column !== 'source')
        .sort(),
    );
    expect([row.p50, row.mean, row.borrowedFrom]).toEqual([10, null, null]);
  });
});

describe('hasPay', () => {
  it('asks for a mean or a percentile, not for a count or an error', () => {
    expect(hasPay({ jobs: 10, meanRsePercent: 1 })).toBe(false);
    expect(hasPay({ p90: 0 })).toBe(true);
    expect(hasPay({ mean: 1, p50: null })).toBe(true);
  });
});

describe('lastYear', () => {
  it('is the last, or 0 where there is none', () => {
    expect([lastYear([{ year: 2029 }, { year: 2030 }]), lastYear([])]).toEqual([2030, 0]);
  });
});
