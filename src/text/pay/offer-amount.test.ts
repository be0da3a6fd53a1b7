import { describe, expect, it } from 'vitest';
import { readOfferAmount } from './offer-amount.js';

describe('an offer', () => {
  it.each([
    ['185000', 'USD', 185_000],
    ['185,000', 'USD', 185_000],
    ['185k', 'USD', 185_000],
    ['185 K', 'USD', 185_000],
    ['$185,000', 'USD', 185_000],
    ['$185,000.50', 'USD', 185_000.5],
    ['US$ 185,000 a year', 'USD', 185_000],
    ['185,000 USD', 'USD', 185_000],
    ['USD 185k per annum', 'USD', 185_000],
    ['185.5k', 'USD', 185_500],
    ['1.25m', 'USD', 1_250_000],
    ['$95k', 'CAD', 95_000],
    ['C$95,000', 'CAD', 95_000],
    ['€60.000', 'EUR', 60_000],
    ['60.000 €', 'EUR', 60_000],
    ['60 000,00 EUR', 'EUR', 60_000],
    ['60\u202f000 €', 'EUR', 60_000],
    ["CHF 120'000", 'CHF', 120_000],
    ['120’000 CHF', 'CHF', 120_000],
    ['£55k pa', 'GBP', 55_000],
    ['₹18,50,000', 'INR', 1_850_000],
    ['18.5 LPA', 'INR', 1_850_000],
    ['Rs 12 lakh', 'INR', 1_200_000],
    ['1.2 cr', 'INR', 12_000_000],
    ['90 an hour', 'USD', 187_200],
    ['$90/hr', 'USD', 187_200],
    ['90 per hour', 'USD', 187_200],
    ['17.50 hourly', 'USD', 36_400],
    ['700 a day', 'GBP', 182_000],
    ['1,500 weekly', 'USD', 78_000],
    ['£4,000 pcm', 'GBP', 48_000],
    ['１８５，０００', 'USD', 185_000],
  ])('%s in %s is %d a year', (text, currency, annual) => {
    expect(readOfferAmount(text, currency)).toMatchObject({ annual });
  });

  it.each([
    ['', 'amount'],
    ['   ', 'amount'],
    ['abc', 'amount'],
    ['150-170k', 'amount'],
    ['150k to 170k', 'amount'],
    ['-5000', 'amount'],
    ['0', 'amount'],
    ['1e9', 'amount'],
    ['9999999999', 'amount'],
    ['185k a fortnight', 'amount'],
    ['12 bananas', 'amount'],
    ['185k bananas', 'amount'],
    ['<img src=x onerror=alert(1)>', 'amount'],
    ['1'.repeat(100_000), 'amount'],
    ['1,'.repeat(50_000), 'amount'],
    ['€60.000', 'currency'],
    ['£185k', 'currency'],
    ['185,000 CAD', 'currency'],
    ['C$95,000', 'currency'],
    ['90', 'unit'],
    ['185', 'unit'],
    ['$999', 'unit'],
  ])('%s is refused for its %s', (text, fault) => {
    expect(readOfferAmount(text, 'USD')).toEqual({ fault });
  });
});
