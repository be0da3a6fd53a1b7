import { describe, expect, it } from 'vitest';
import { normalizeRates } from './normalize.js';

const rate = (month: string, Country: string) => ({ Date: month, Country, 'Exchange rate': '1.25' });

describe('normalizeRates', () => {
  it('turns countries into currencies and drops old months and redenominated currencies', () => {
    const reading = normalizeRates([
      rate('2016-12-01', 'Euro'),
      rate('2017-01-01', 'Euro'),
      rate('2026-06-01', 'United Kingdom'),
      rate('2026-06-01', 'Venezuela'),
      rate('1998-01-01', 'France'),
    ]);
    expect(reading.tables.exchangeRates).toEqual([
      { currency: 'EUR', month: '2017-01-01', perUsd: 1.25 },
      { currency: 'GBP', month: '2026-06-01', perUsd: 1.25 },
    ]);
    expect(reading).toMatchObject({ rowsIn: 5, rowsKept: 2 });
  });

  it('refuses a country whose currency it does not know', () => {
    expect(() => normalizeRates([rate('2026-06-01', 'Atlantis')])).toThrow(/Atlantis/);
  });
});
