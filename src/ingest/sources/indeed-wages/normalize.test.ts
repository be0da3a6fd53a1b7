import { describe, expect, it } from 'vitest';
import { monthOf, normalizeWageGrowth } from './normalize.js';

const NATION = { jobcountry: 'US', month: 'Apr-26', n_obs: '1000', posted_wage_growth_yoy: '0.024' };

describe('monthOf', () => {
  it('reads months as the publisher writes them', () => {
    expect(monthOf('Jan-19')).toBe('2019-01-01');
    expect(monthOf('Dec-26')).toBe('2026-12-01');
    expect(() => monthOf('2026-12')).toThrow(/2026-12/);
  });
});

describe('normalizeWageGrowth', () => {
  it('names series by country and sector and counts months without a figure', () => {
    const reading = normalizeWageGrowth(
      [NATION, { ...NATION, month: 'Mar-26', posted_wage_growth_yoy: 'NA' }],
      [{ ...NATION, sector: 'Therapy', n_obs: 'NA' }],
    );
    expect(reading.tables.series).toEqual([
      { series: 'posted-wage-growth-us', month: '2026-04-01', value: 0.024, n: 1000 },
      { series: 'posted-wage-growth-us:Therapy', month: '2026-04-01', value: 0.024, n: null },
    ]);
    expect(reading).toMatchObject({ rowsIn: 3, rowsKept: 2, excluded: [{ reason: 'no figure', count: 1 }] });
  });
});
