import { describe, expect, it } from 'vitest';
import {
  currencySign,
  formatCount,
  formatCounted,
  formatDate,
  formatList,
  formatMoney,
  formatMoneyShort,
  formatMonth,
  formatMonthShort,
  formatOrdinal,
  formatPercent,
  roundingStep,
  roundTo,
} from './format.js';

describe('amounts', () => {
  it('name their currency without doubt', () => {
    expect(['USD', 'CAD', 'AUD', 'GBP', 'EUR', 'JPY'].map(currencySign)).toEqual(['US$', 'C$', 'A$', '£', '€', 'JP¥']);
    expect(currencySign('CHF')).toBe('CHF ');
    expect(formatMoney(1234, 'CHF')).toBe('CHF 1,234');
  });

  it.each([
    [0, 'US$0'],
    [-0.4, 'US$0'],
    [999, 'US$999'],
    [1000, 'US$1,000'],
    [999_999.5, 'US$1,000,000'],
    [1_234_567_890, 'US$1,234,567,890'],
    [-1234, '-US$1,234'],
  ])('%d is written %s', (amount, written) => {
    expect(formatMoney(amount, 'USD')).toBe(written);
  });

  it('are rounded to the step', () => {
    expect(formatMoney(196_420, 'USD', 1000)).toBe('US$196,000');
    expect(formatMoney(196_500, 'USD', 1000)).toBe('US$197,000');
    expect(formatMoney(196_420, 'USD', 5000)).toBe('US$195,000');
  });

  it.each([
    [9_994, 'US$9,994'],
    [9_995, 'US$10k'],
    [196_420, 'US$196k'],
    [9_999_499, 'US$9,999k'],
    [9_999_500, 'US$10M'],
    [12_340_000, 'US$12.3M'],
    [0, 'US$0'],
    [-12_345, '-US$12k'],
    [-500, '-US$500'],
    [-0.4, 'US$0'],
    [-20_000_000, '-US$20M'],
  ])('%d is short %s', (amount, written) => {
    expect(formatMoneyShort(amount, 'USD')).toBe(written);
  });

  it.each([
    [138_700, 5000, 'US$140k'],
    [142_480, 500, 'US$142.5k'],
    [142_940, 100, 'US$142.9k'],
    [142_960, 100, 'US$143k'],
    [142_240, 500, 'US$142k'],
    [9_960, 100, 'US$10k'],
    [-65_480, 100, '-US$65.5k'],
  ])('writes %d to steps of %d as a sentence rounds it', (amount, step, written) => {
    expect(formatMoneyShort(amount, 'USD', step)).toBe(written);
  });
});

describe('counts, percentages and ranks', () => {
  it('set thousands apart', () => {
    expect([0, 999, 1000, 12_345_678].map(formatCount)).toEqual(['0', '999', '1,000', '12,345,678']);
  });

  it('take the singular for one alone', () => {
    expect([0, 1, 2].map((n) => formatCounted(n, 'published cells'))).toEqual([
      '0 published cells',
      '1 published cell',
      '2 published cells',
    ]);
  });

  it('never show a negative zero', () => {
    expect(formatPercent(-0.04, 1)).toBe('0.0%');
    expect(formatPercent(-0.4)).toBe('0%');
    expect(formatPercent(-0.06, 1)).toBe('-0.1%');
    expect(formatPercent(2.345, 1)).toBe('2.3%');
  });

  it.each([
    [0, '0th'],
    [1, '1st'],
    [2, '2nd'],
    [3, '3rd'],
    [4, '4th'],
    [11, '11th'],
    [12, '12th'],
    [13, '13th'],
    [21, '21st'],
    [93.6, '94th'],
    [101, '101st'],
    [112, '112th'],
  ])('%d is the %s', (value, written) => {
    expect(formatOrdinal(value)).toBe(written);
  });
});

describe('how finely an estimate is written', () => {
  it.each([
    [50_000, 5000],
    [49_999, 1000],
    [10_000, 1000],
    [9_999, 500],
    [5_000, 500],
    [4_999, 100],
    [0, 100],
  ])('an interval %d wide allows steps of %d', (width, step) => {
    expect(roundingStep({ low: 100_000, high: 100_000 + width })).toBe(step);
  });

  it('is hundreds without an interval', () => {
    expect(roundingStep(null)).toBe(100);
    expect(roundTo(149, 100)).toBe(100);
    expect(roundTo(150, 100)).toBe(200);
  });
});

describe('dates and lists', () => {
  it('are written in words', () => {
    expect(formatDate('2026-08-08')).toBe('8 August 2026');
    expect(formatMonth('2026-08-08')).toBe('August 2026');
    expect(formatMonthShort('2026-08-08')).toBe('Aug 2026');
    expect(formatMonthShort('2026-05')).toBe('May 2026');
    expect(formatMonth('2026-12-01')).toBe('December 2026');
  });

  it('say no more than they know', () => {
    expect([formatMonth('2024'), formatMonthShort('2024'), formatDate('2024')]).toEqual(['2024', '2024', '2024']);
    expect(formatDate('2024-02')).toBe('February 2024');
  });

  it('join with commas and one and', () => {
    expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map(formatList)).toEqual(['', 'a', 'a and b', 'a, b and c']);
  });
});
