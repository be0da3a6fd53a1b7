/** Monthly consumer prices. */
import type { RawReader, RawRecord } from '../../raw-reader.js';

export const PRICE_COLUMNS = ['Date', 'Index'] as const;

export type PriceRecord = RawRecord<(typeof PRICE_COLUMNS)[number]>;

export async function parsePrices(raw: RawReader): Promise<PriceRecord[]> {
  return raw.records('prices-wages-index/cpi_u_us_monthly.csv', PRICE_COLUMNS);
}
