import { describe, expect, it } from 'vitest';
import { memoryStore } from '../../test/contract/memory-store.js';
import { loadAgeing, middleMonth, monthsBetween, WAGE_INDEX } from './ageing.js';

/** Year-on-year growth by month; a year of it is the log of one plus itself. */
function storeWith(growthByMonth: Readonly<Record<string, number>>) {
  const series = Object.entries(growthByMonth).map(([month, value]) => ({
    source: 'indeed-wages',
    series: WAGE_INDEX.series,
    month: `${month}-01`,
    value,
    n: null,
  }));
  const other = { source: 'prices', series: 'cpi-u', month: '2026-01-01', value: 300, n: null };
  return memoryStore({ series: [...series, other] });
}

const load = (growthByMonth: Readonly<Record<string, number>>, asOf: string, country = 'US') =>
  loadAgeing(storeWith(growthByMonth), { country, asOf, roleDeviationSd: 0.02 });

const MONTHLY = { '2026-01': 0.02, '2026-02': 0.03, '2026-03': 0.06, '2026-04': 0.12 };

describe('ageing', () => {
  it('takes a twelfth of the yearly growth of every month after the data', async () => {
    const ageing = await load(MONTHLY, '2026-04-15');
    const expected = (1.03 * 1.06 * 1.12) ** (1 / 12);
    expect(ageing.factorFrom('2026-01-01', '2026-01-31')).toBeCloseTo(expected, 12);
    expect(ageing.factorFrom('2026-04-01', '2026-04-10')).toBe(1);
    expect(ageing.source).toBe('indeed-wages');
    expect(ageing.indexEnds).toBe('2026-04-01');
  });

  it('knows nothing that was published after the as-of date, and holds the last value', async () => {
    const ageing = await load({ ...MONTHLY, '2026-05': 0.5 }, '2026-03-20');
    expect(ageing.indexEnds).toBe('2026-03-01');
    expect(ageing.factorFrom('2026-01-15', '2026-01-15')).toBeCloseTo((1.03 * 1.06) ** (1 / 12), 12);
    const late = await load(MONTHLY, '2026-07-31');
    expect(late.factorFrom('2026-03-15', '2026-03-15')).toBeCloseTo((1.12 * 1.12 * 1.12 * 1.12) ** (1 / 12), 12);
  });

  it('interpolates a missing month between its neighbours on the log scale', async () => {
    const { '2026-03': _, ...gap } = MONTHLY;
    const ageing = await load(gap, '2026-04-15');
    const between = (Math.log(1.03) + Math.log(1.12)) / 2;
    const expected = Math.exp((between + Math.log(1.12)) / 12);
    expect(ageing.factorFrom('2026-02-01', '2026-02-28')).toBeCloseTo(expected, 12);
  });

  it('holds the first value for months before the index', async () => {
    const ageing = await load({ '2026-04': 0.12 }, '2026-04-15');
    expect(ageing.factorFrom('2025-04-01', '2025-04-30')).toBeCloseTo(1.12, 12);
  });

  it('adds to the variance with the time: the index and the role around it', async () => {
    const ageing = await load(MONTHLY, '2026-04-15');
    expect(ageing.varianceFrom('2025-04-15', '2025-04-15')).toBeCloseTo(12 * 0.001 ** 2 + 0.02 ** 2, 12);
    expect(ageing.varianceFrom('2026-04-01', '2026-04-01')).toBe(0);
    expect(ageing.varianceFrom('2026-06-01', '2026-06-01')).toBe(0);
  });

  it('counts from the middle of a period', async () => {
    const ageing = await load(MONTHLY, '2026-04-15');
    const middle = ageing.factorFrom('2026-02-01', '2026-02-01');
    expect(ageing.factorFrom('2026-01-01', '2026-03-31')).toBe(middle);
    expect(ageing.factorFrom('2026-02-01', '2026-02-01')).toBe(middle);
  });

  it.each([
    ['another country', MONTHLY, 'GB'],
    ['a market without the index', {}, 'US'],
    ['an index that begins later', { '2026-05': 0.1 }, 'US'],
  ])('leaves amounts as stated for %s', async (_name, growth, country) => {
    const ageing = await load(growth, '2026-04-15', country);
    expect([ageing.source, ageing.indexEnds]).toEqual([null, null]);
    expect(ageing.factorFrom('2020-01-01', '2020-01-01')).toBe(1);
    expect(ageing.varianceFrom('2020-01-01', '2020-01-01')).toBe(0);
  });
});

describe('months', () => {
  it.each([
    ['2026-01-01', '2026-01-31', '2026-01'],
    ['2025-12-01', '2026-02-28', '2026-01'],
    ['2025-01-01', '2025-12-31', '2025-07'],
    ['2025-11-05', '2025-12-05', '2025-12'],
  ])('halfway between %s and %s is %s', (from, to, month) => {
    expect(middleMonth(from, to)).toBe(month);
  });

  it('between two dates may be negative', () => {
    expect(monthsBetween('2025-11-30', '2026-02-01')).toBe(3);
    expect(monthsBetween('2026-02-01', '2025-11-30')).toBe(-3);
    expect(monthsBetween('2026-02-01', '2026-02-28')).toBe(0);
  });
});
