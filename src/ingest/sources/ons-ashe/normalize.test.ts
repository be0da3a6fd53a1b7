import { describe, expect, it } from 'vitest';
import { normalizeAshe } from './normalize.js';
import type { AsheLine, AsheRecords } from './parse.js';

const LINE: AsheLine = {
  year: 2030,
  status: 'provisional',
  classification: 'SOC 2020',
  table: '14.7a',
  sheet: 'Full-Time',
  code: '9991',
  description: '  Loom hands',
  jobs_thousand: '12',
  median: '30000',
  mean: '31000',
  p10: 'x',
  p25: '..',
  p75: '-',
  p90: ':',
};
const NOTHING = { median: 'x', mean: 'x', p10: 'x', p25: 'x', p75: 'x', p90: 'x' };

const normalized = (lines: readonly AsheLine[], more: Partial<AsheRecords> = {}) =>
  normalizeAshe({ lines, regions: [], revised: null, it2025: null, ...more });

describe('normalizeAshe', () => {
  it('makes marks empty and joins the coefficients of variation', () => {
    const variation = { ...LINE, table: '14.7b', median: '1.5', mean: '.', p25: '9' };
    const reading = normalized([LINE, variation]);
    expect(reading.tables.earnings).toEqual([
      {
        country: 'GB',
        place: 'GB',
        placeName: 'United Kingdom',
        taxonomy: 'UK SOC 2020',
        code: '9991',
        label: 'Loom hands',
        year: 2030,
        unit: 'year',
        currency: 'GBP',
        population:
          'full-time employees in the same job for more than a year, gross pay of the tax year with bonuses and incentive pay; provisional',
        jobs: 12_000,
        mean: 31_000,
        p10: null,
        p25: null,
        p50: 30_000,
        p75: null,
        p90: null,
        meanRsePercent: null,
        medianRsePercent: 1.5,
        borrowedFrom: null,
      },
    ]);
    expect(reading).toMatchObject({ rowsIn: 2, rowsKept: 1, newest: '2030-04-05' });
  });

  it('takes the line of all occupations and no other sheet or table', () => {
    const reading = normalized([
      { ...LINE, code: null, description: 'All employees' },
      { ...LINE, sheet: 'Male Full-Time' },
      { ...LINE, table: '14.5a' },
      { ...LINE, code: '9992', ...NOTHING },
    ]);
    expect(reading.tables.earnings!.map(({ code }) => code)).toEqual(['all']);
    expect(reading.excluded.map(({ count }) => count)).toEqual([1, 1, 1]);
  });

  it('prefers the revised figures of a year and says which they are', () => {
    const reading = normalized([LINE, { ...LINE, status: 'revised', median: '30100' }]);
    expect(reading.tables.earnings!.map(({ p50, population }) => [p50, population.split('; ')[1]])).toEqual([
      [30_100, 'revised'],
    ]);
    expect(reading.excluded).toEqual([{ reason: 'revised since', count: 1 }]);
  });

  it('refuses what is neither a figure nor a mark of the publisher', () => {
    expect(() => normalized([{ ...LINE, median: '30k' }])).toThrow(/30k/);
  });

  it('refuses revised figures in another order', () => {
    const revised = { stat_cols: ['mean', 'median'], codes: { EN: {} }, stats: {} };
    expect(() => normalized([LINE], { revised })).toThrow(/stat_cols/);
  });
});
