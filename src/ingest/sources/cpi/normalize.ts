/** Price records to a monthly series. Months that were never collected stay absent. */
import type { DraftRow, SourceReading } from '../../connector.js';
import { Exclusions } from '../../exclusions.js';
import { requiredDay, requiredNumber } from '../../fields.js';
import type { PriceRecord } from './parse.js';

export const PRICE_SERIES = 'cpi-u';
/** Earlier months serve no question that is asked of the market. */
const FIRST_MONTH = '2000-01-01';

export function normalizePrices(records: readonly PriceRecord[]): Omit<SourceReading, 'newest'> {
  const excluded = new Exclusions();
  const series: DraftRow<'series'>[] = [];
  for (const record of records) {
    const month = requiredDay(record.Date, 'Date');
    if (month < FIRST_MONTH) excluded.add('before 2000');
    else series.push({ series: PRICE_SERIES, month, value: requiredNumber(record.Index, 'Index'), n: null });
  }
  return { tables: { series }, rowsIn: records.length, rowsKept: series.length, excluded: excluded.list() };
}
