import { describe, expect, it } from 'vitest';
import { readClaimedNumber } from './claimed-number.js';

describe('a number that should stand in a report', () => {
  it.each([
    ['90k', 'USD/year', 90_000],
    ['$201,500', 'USD/year', 201_500],
    ['US$185k a year', 'USD/year', 185_000],
    ['0.185m', 'USD/year', 185_000],
    ['€60.000', 'EUR/year', 60_000],
    ['18.5 LPA', 'INR/year', 1_850_000],
    ['500', 'USD/year', 500],
    ['-1,200', 'USD/year', -1_200],
    ['2.5', 'percent', 2.5],
    ['-3', 'percent', -3],
    ['1 234', 'postings', 1_234],
  ])('%s of %s is %d', (text, unit, value) => {
    expect(readClaimedNumber(text, unit)).toBe(value);
  });

  it.each([
    ['a lot', 'USD/year'],
    ['', 'USD/year'],
    ['150-170k', 'USD/year'],
    ['£90k', 'USD/year'],
    ['90 an hour', 'USD/year'],
    ['90k', 'percent'],
    ['2,5', 'percent'],
    ['1e9', 'ratio'],
    ['1'.repeat(100_000).concat('x'), 'USD/year'],
  ])('%.20s of %s is none', (text, unit) => {
    expect(readClaimedNumber(text, unit)).toBeNaN();
  });
});
