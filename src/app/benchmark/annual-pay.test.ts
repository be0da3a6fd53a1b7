import { describe, expect, it } from 'vitest';
import { annualPay } from './annual-pay.js';

const read = (
  pay: string,
  more: { currency?: string; unit?: string; place?: string; decimal?: ',' | '.'; scale?: string } = {},
) => {
  const { currency = '', unit = '', place = 'USD', decimal = '.', scale = '' } = more;
  return annualPay({ pay, currency, unit }, { decimal, scale, currency: place });
};

describe('the yearly pay of a row', () => {
  it.each<[string, Parameters<typeof read>[1], number]>([
    ['85000', {}, 85_000],
    ['85,000.50', {}, 85_001],
    ['$85k', {}, 85_000],
    ['42.50 per hour', {}, 88_400],
    ['42.50', { unit: 'hourly' }, 88_400],
    ['3.200', { decimal: ',', unit: 'Monat', place: 'EUR' }, 38_400],
    ['85', { scale: 'k' }, 85_000],
    ['85.000', { decimal: ',', place: 'EUR' }, 85_000],
    ["85'000", { place: 'CHF' }, 85_000],
    ['$42.50/hr', {}, 88_400],
    ['54.000 €', { decimal: ',', place: 'EUR' }, 54_000],
    ['85000', { currency: 'USD' }, 85_000],
    ['$85000', { place: 'CAD' }, 85_000],
    ['CA$85000', { place: 'CAD' }, 85_000],
    ['1800000', { place: 'INR', currency: 'INR' }, 1_800_000],
  ])('%s %j is %d', (pay, more, annual) => {
    expect(read(pay, more)).toEqual({ annual, unitGuessed: null });
  });

  it.each<[string, Parameters<typeof read>[1], number, string]>([
    ['42.50', {}, 88_400, 'hour'],
    ['4500', { place: 'EUR' }, 54_000, 'month'],
    ['90000', { place: 'INR' }, 1_080_000, 'month'],
  ])('%s %j is told by its size', (pay, more, annual, unitGuessed) => {
    expect(read(pay, more)).toEqual({ annual, unitGuessed });
  });

  it.each(['', '  ', 'n/a', '-', 'TBD', 'confidential'])('is not stated by %j', (pay) => {
    expect(read(pay)).toBeNull();
  });

  it.each<[string, Parameters<typeof read>[1], RegExp]>([
    ['see contract', {}, /not an amount/],
    ['0', {}, /not an amount/],
    ['1,2,3.4.5', {}, /not an amount/],
    ['bonus of $5,000', {}, /not an amount/],
    ['80000-90000', {}, /a range/],
    ['£60,000', {}, /in GBP and pay in this place is known in USD/],
    ['60000', { currency: 'EUR' }, /in EUR/],
    ['60000', { currency: 'shells' }, /currency of the pay is not understood/],
    ['$60000', { place: 'EUR' }, /currency of the pay is not understood/],
    ['2000', { unit: 'fortnight' }, /unit of the pay is not understood/],
  ])('%s %j is refused without a word of it', (pay, more, fault) => {
    const answer = read(pay, more);
    expect(answer).toMatchObject({ fault: expect.stringMatching(fault) });
    if (pay.length > 1) expect((answer as { fault: string }).fault).not.toContain(pay);
  });

  it('is read from hostile cells in little time', () => {
    for (const cell of ['9'.repeat(100_000), '$'.repeat(100_000), '=HYPERLINK("x")', '\u0000', '-'.repeat(50_000)]) {
      const answer = read(cell);
      expect(answer === null || 'fault' in answer || Number.isFinite(answer.annual)).toBe(true);
    }
  });
});
