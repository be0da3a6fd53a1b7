/** Monthly exchange rates. */
import type { RawReader, RawRecord } from '../../raw-reader.js';

export const RATE_COLUMNS = ['Date', 'Country', 'Exchange rate'] as const;

export type RateRecord = RawRecord<(typeof RATE_COLUMNS)[number]>;

export async function parseRates(raw: RawReader): Promise<RateRecord[]> {
  return raw.records('fx-ppp/exchange_rates_monthly.csv', RATE_COLUMNS);
}
