/** Rates by country name to rates by currency. */
import { SourceError } from '../../../core/errors.js';
import type { DraftRow, SourceReading } from '../../connector.js';
import { Exclusions } from '../../exclusions.js';
import { requiredDay, requiredNumber, requiredText } from '../../fields.js';
import type { RateRecord } from './parse.js';

/** Nothing in the market is older. */
const FIRST_MONTH = '2017-01-01';

const CURRENCIES: Readonly<Record<string, string>> = {
  Australia: 'AUD',
  Brazil: 'BRL',
  Canada: 'CAD',
  China: 'CNY',
  Denmark: 'DKK',
  Euro: 'EUR',
  'Hong Kong': 'HKD',
  India: 'INR',
  Japan: 'JPY',
  Malaysia: 'MYR',
  Mexico: 'MXN',
  'New Zealand': 'NZD',
  Norway: 'NOK',
  Singapore: 'SGD',
  'South Africa': 'ZAR',
  'South Korea': 'KRW',
  'Sri Lanka': 'LKR',
  Sweden: 'SEK',
  Switzerland: 'CHF',
  Taiwan: 'TWD',
  Thailand: 'THB',
  'United Kingdom': 'GBP',
};

/** Redenominated more than once: its rates do not compare from month to month. */
const NOT_COMPARABLE: ReadonlySet<string> = new Set(['Venezuela']);

/**
 * All series of this file are units of the currency per US dollar, also those that the board itself
 * publishes the other way round (euro, pound, Australian and New Zealand dollar).
 */
export function normalizeRates(records: readonly RateRecord[]): Omit<SourceReading, 'newest'> {
  const excluded = new Exclusions();
  const exchangeRates: DraftRow<'exchangeRates'>[] = [];
  for (const record of records) {
    const month = requiredDay(record.Date, 'Date');
    const country = requiredText(record.Country, 'Country');
    if (month < FIRST_MONTH) excluded.add('before 2017');
    else if (NOT_COMPARABLE.has(country)) excluded.add('currency redenominated');
    else
      exchangeRates.push({
        currency: currencyOf(country),
        month,
        perUsd: requiredNumber(record['Exchange rate'], 'Exchange rate'),
      });
  }
  const rowsIn = records.length;
  return { tables: { exchangeRates }, rowsIn, rowsKept: exchangeRates.length, excluded: excluded.list() };
}

function currencyOf(country: string): string {
  const currency = CURRENCIES[country];
  if (currency === undefined) {
    throw new SourceError(
      'SOURCE_VALUE',
      `Column 'Country' holds '${country}', whose currency is not known to the connector.`,
      'Add the currency to the connector of the exchange rates.',
    );
  }
  return currency;
}
