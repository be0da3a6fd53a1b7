import { describe, expect, it } from 'vitest';
import { PARAMETERS } from '../../test/fixtures/question.js';
import type { ClassEarnings, EarningsAbroad } from './earnings-abroad.js';
import { gapAbroad, inAYear, officialAbroadPay } from './official-abroad-pay.js';

const entry = (row: Partial<ClassEarnings['row']> = {}, more: Partial<ClassEarnings> = {}): ClassEarnings => ({
  row: {
    source: 'survey',
    country: 'GB',
    taxonomy: 'UK SOC 2020',
    code: '2134',
    label: 'Programmers',
    year: 2024,
    unit: 'year',
    currency: 'GBP',
    population: 'full-time employees',
    jobs: null,
    mean: 60_000,
    p10: 30_000,
    p25: null,
    p50: 50_000,
    p75: null,
    p90: null,
    medianRsePercent: 2,
    ...row,
  },
  match: 'title',
  matchSource: 'titles',
  share: 1,
  ...more,
});
const of = (...classes: ClassEarnings[]): EarningsAbroad => ({ classes, published: [] });
const pay = (abroad: EarningsAbroad | null, currency = 'GBP') => officialAbroadPay(abroad, currency, PARAMETERS);

describe('official pay abroad', () => {
  it('is the published distribution with the published error of the median', () => {
    const found = pay(of(entry()))!;
    expect(Object.keys(found.percentiles)).toEqual(['10', '50']);
    expect(found.percentiles['50']!.value).toBe(50_000);
    expect(found.percentiles['50']!.high).toBeCloseTo(50_000 * (1 + 1.6448536 * 0.02), 2);
    expect(found.percentiles['50']!.low).toBeCloseTo(50_000 / (1 + 1.6448536 * 0.02), 2);
    expect(found).toMatchObject({
      year: 2024,
      place: 'GB',
      source: 'survey',
      modelledError: false,
      capped: null,
      rows: [{ share: { soc: '2134', title: 'Programmers', share: 1 } }],
      abroad: { unit: 'year', perYear: 1, sources: ['survey', 'titles'], match: 'title' },
    });
  });

  it.each([
    ['month', 12],
    ['week', 52],
    ['hour', 2_080],
  ])('by the %s is made yearly by a named factor', (unit, perYear) => {
    const row = { unit, p10: null, p50: 25.5 };
    expect(pay(of(entry(row)))).toMatchObject({
      percentiles: { '50': { value: 25.5 * perYear } },
      abroad: { unit, perYear },
    });
    expect(inAYear(25.5, entry(row).row)).toEqual({ value: 25.5 * perYear, perYear });
  });

  it('mixes two classes of one table by their shares, and leaves out one that is measured otherwise', () => {
    const low = entry({ code: '2135', p10: null, p50: 40_000 }, { share: 0.25 });
    const high = entry({ p10: null, p50: 60_000 }, { share: 0.75 });
    const mixed = pay(of(high, low))!;
    expect(mixed.rows.map(({ share }) => share.share)).toEqual([0.75, 0.25]);
    expect(mixed.percentiles['50']!.value).toBeGreaterThan(50_000);
    expect(mixed.percentiles['50']!.value).toBeLessThan(60_000);
    for (const other of [
      { unit: 'hour' },
      { year: 2023 },
      { population: 'all employees' },
      { medianRsePercent: null },
    ]) {
      const alone = pay(of(high, entry({ ...low.row, ...other }, { share: 0.25 })))!;
      expect(alone.percentiles['50']!.value).toBe(60_000);
      expect(alone.rows).toHaveLength(1);
    }
  });

  it('refuses an amount in an unknown unit', () => {
    expect(() => inAYear(1, entry({ unit: 'fortnight' }).row)).toThrow(RangeError);
  });
});

describe('what keeps official pay abroad from carrying a headline', () => {
  it.each([
    [null, 'no table'],
    [of(), 'too coarse'],
    [{ classes: [], published: [{ source: 's', taxonomy: 'ISCO-08', digits: 1 }] }, 'too coarse'],
    [{ classes: [], published: [{ source: 's', taxonomy: 'NOC 2021', digits: 5 }] }, 'no class'],
    [of(entry({ p50: null })), 'mean only'],
    [of(entry({ medianRsePercent: null })), 'no error'],
    [of(entry({ medianRsePercent: 0 })), 'no error'],
    [of(entry({ currency: 'EUR' })), 'other currency'],
    [of(entry({ medianRsePercent: null }), entry({ code: '2135' })), 'no error'],
  ] as const)('case %#', (abroad, gap) => {
    expect(gapAbroad(abroad, 'GBP')).toBe(gap);
    expect(pay(abroad)).toBeNull();
  });

  it('is nothing where there is a figure', () => {
    expect(gapAbroad(of(entry()), 'GBP')).toBeNull();
  });
});
