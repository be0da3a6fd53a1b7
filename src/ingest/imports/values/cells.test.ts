/** How single cells are read. */
import { describe, expect, it } from 'vitest';
import { unitBySize } from '../../../text/pay/annualise.js';
import { UNITS } from '../../../text/pay/units.js';
import { readCurrency } from './read-currency.js';
import { readDate } from './read-date.js';
import { readEmployment } from './read-employment.js';
import { readLevel } from './read-level.js';
import { readOccupation } from './read-occupation.js';
import { readPayInText, readPayText } from './read-pay-text.js';
import { readPlaceParts } from './read-place.js';
import { readUnit } from './read-unit.js';
import { saysNothing } from './says-nothing.js';
import { currencyOfSign } from './shared-signs.js';
import { UNITS_BY_SIZE } from './units-by-size.js';

describe('dates', () => {
  it.each([
    ['Apr 2025', '2025-04-01'],
    ['4 April 2025', '2025-04-04'],
    ['April 4th, 2025', '2025-04-04'],
    ['Fri, 04 Apr 2025 10:00:00 GMT', '2025-04-04'],
    ['4-Apr-25', '2025-04-04'],
    ['Apr-25', '2025-04-01'],
    ['3. März 2025', '2025-03-03'],
    ['2025/4/3', '2025-04-03'],
    ['2025年4月3日', '2025-04-03'],
    ['03.04.2025', '2025-04-03'],
    ['13/04/2025', '2025-04-13'],
    ['04/13/2025 9:30 PM', '2025-04-13'],
    ['04/04/2025', '2025-04-04'],
    ['04/2025', '2025-04-01'],
    ['20250403', '2025-04-03'],
    ['202504', '2025-04-01'],
    ['2025', '2025-01-01'],
    ['1743638400', '2025-04-03'],
    ['1743638400000', '2025-04-03'],
    ['1743638400.5', '2025-04-03'],
  ])('%s', (text, date) => {
    expect(readDate(text, null)).toEqual({ stated: true, date });
  });

  it.each([
    ['03/04/2025'],
    ['30 February 2025'],
    ['3 days ago'],
    ['soon'],
    ['99999999'],
    ['1899-12-31'],
    ['0'],
    ['Apr 3'],
    ['Q2 2025'],
  ])('%s is none', (text) => {
    expect(readDate(text, null)).toEqual({ stated: true, date: null });
  });

  it('follow the order that is given', () => {
    expect(readDate('03/04/25', 'day-first').date).toBe('2025-04-03');
    expect(readDate('03/04/25', 'month-first').date).toBe('2025-03-04');
    expect(readDate(' n/a ', 'day-first')).toEqual({ stated: false, date: null });
  });
});

describe('currencies', () => {
  it.each([
    ['usd', 'USD'],
    ['US Dollar', 'USD'],
    ['Euros', 'EUR'],
    ['€', 'EUR'],
    ['CA$', 'CAD'],
    ['Pounds Sterling', 'GBP'],
    ['Swiss francs', 'CHF'],
    ['Swedish Krona', 'SEK'],
    ['Indian Rupees', 'INR'],
    ['Złoty', null],
    ['zloty', 'PLN'],
    ['Galleon', null],
    ['X'.repeat(1000), null],
  ])('%s', (text, currency) => {
    expect(readCurrency(text)).toEqual({ stated: true, currency, family: null });
  });

  it.each([
    ['$', 'CAD', 'CAD'],
    ['dollars', 'USD', 'USD'],
    ['$', 'EUR', null],
    ['kr', 'SEK', 'SEK'],
    ['kr', 'USD', null],
    ['pounds', 'USD', 'GBP'],
    ['rupees', null, 'INR'],
    ['¥', 'CNY', 'CNY'],
  ])('%s where the own currency is %s', (text, own, currency) => {
    const { family } = readCurrency(text);
    expect(family).not.toBe(null);
    expect(currencyOfSign(family as string, own)).toBe(currency);
  });

  it('may say nothing', () => {
    for (const text of ['', '  ', '-', 'N/A', 'unknown']) expect(readCurrency(text).stated).toBe(false);
    expect(saysNothing('nothing special')).toBe(false);
  });
});

describe('units', () => {
  it.each([
    ['per hour', 'hour'],
    ['/hr', 'hour'],
    ['HOURLY', 'hour'],
    ['pro Stunde', 'hour'],
    ['p.a.', 'year'],
    ['per annum', 'year'],
    ['Yearly', 'year'],
    ['1 MONTH', 'month'],
    ['per-year-salary', 'year'],
    ['mensuel', 'month'],
    ['a week', 'week'],
    ['per diem', 'day'],
    ['fortnight', null],
    ['hour or year', null],
    ['twice a month', null],
  ])('%s', (text, unit) => {
    expect(readUnit(text)).toEqual({ stated: true, unit });
  });

  it('by size are those of pay strings', () => {
    for (const size of [1, 249, 250, 999, 1000, 14_999, 15_000, 1_000_000]) {
      expect(UNITS_BY_SIZE.find(({ from }) => size >= from)?.unit).toBe(UNITS[unitBySize(size, 1)]);
    }
  });
});

describe('employment', () => {
  it.each([
    ['FULL_TIME', true],
    ['Full-time', true],
    ['Vollzeit', true],
    ['Permanent', true],
    ['CDI', true],
    ['Permanent contract', true],
    ['Part time', false],
    ['Contract', false],
    ['Full-time internship', false],
    ['Temporary', false],
    ['CDD', false],
    ['Remote', null],
    ['', null],
  ])('%s', (text, expected) => {
    expect(readEmployment(text)).toBe(expected);
  });
});

describe('levels and occupations', () => {
  it.each([
    ['Senior', 'senior'],
    ['SE', 'senior'],
    ['Mid-Level', 'mid'],
    ['vp', 'vp'],
    ['Vice President', 'vp'],
    ['entry level', 'entry'],
    ['Gold', null],
  ])('%s', (text, level) => {
    expect(readLevel(text)).toBe(level);
  });

  it('are checked against the classification', () => {
    const known = (soc: string) => soc === '15-1252';
    for (const text of ['15-1252', '15-1252.00', ' 151252 ']) expect(readOccupation(text, known)).toBe('15-1252');
    for (const text of ['15-9999', 'Developers', null]) expect(readOccupation(text, known)).toBe(null);
  });
});

describe('pay', () => {
  it.each([
    ['$150-190k', [150_000, 190_000, null, 'dollar', null]],
    ['USD 150,000 per year', [150_000, 150_000, 'USD', null, 'year']],
    ['£45,000 - £50,000 + bonus', [45_000, 50_000, 'GBP', null, null]],
    ['up to $50/hr', [50, 50, null, 'dollar', 'hour']],
    ['12 LPA', [1_200_000, 1_200_000, 'INR', null, null]],
  ])('%s', (text, expected) => {
    const { low, high, currency, family, unit, stated } = readPayText(text, '.');
    expect([stated, low, high, currency, family, unit]).toEqual([true, ...expected]);
  });

  it('is never a bonus, and silence is not an error', () => {
    expect(readPayText('Signing bonus of $20,000', '.')).toMatchObject({ stated: true, low: null });
    expect(readPayText('Competitive', '.')).toMatchObject({ stated: false });
    expect(readPayInText('We pay well. 401k match up to $5,000.')).toMatchObject({ stated: false, low: null });
  });
});

describe('places of several columns', () => {
  const world = {
    readPlace: (text: string) =>
      ({
        'Toronto, ON': { country: 'CA', region: null },
        'Paris, TX': { country: 'US', region: 'US-TX' },
        Germany: { country: 'DE', region: null },
        'California, United States': { country: 'US', region: 'US-CA' },
      })[text] ?? null,
    currencyOf: (country: string) => ({ CA: 'CAD', US: 'USD', GB: 'GBP', DE: 'EUR' })[country] ?? null,
  };
  const parts = { place: null, city: null, region: null, country: null };
  it.each([
    [
      { ...parts, city: 'Toronto', region: 'ON', country: 'CA' },
      { country: 'CA', region: null },
    ],
    [
      { ...parts, city: 'Toronto', region: 'ON' },
      { country: 'CA', region: null },
    ],
    [
      { ...parts, city: 'Paris', region: 'TX', country: 'us' },
      { country: 'US', region: 'US-TX' },
    ],
    [
      { ...parts, city: 'Nowhere', region: 'California', country: 'US' },
      { country: 'US', region: 'US-CA' },
    ],
    [
      { ...parts, country: 'UK' },
      { country: 'GB', region: null },
    ],
    [
      { ...parts, country: 'Germany' },
      { country: 'DE', region: null },
    ],
    [{ ...parts, country: 'XX', city: 'Toronto', region: 'ON' }, null],
    [{ ...parts, country: 'n/a' }, null],
  ])('%o', (given, expected) => {
    expect(readPlaceParts(given, world)).toEqual(expected);
  });
});
