/** Monthly earnings by occupation, and the year's earnings of one group with special payments. */
import type { RawReader, RawRecord } from '../../raw-reader.js';

const MONTHLY = 'de-earnings/destatis_62361-0030_2025_kldb2010.csv.gz';
const MONTHLY_PLAIN = 'de-earnings/destatis_62361-0030_2025_kldb2010.csv';
const YEARLY = 'de-earnings/salary_de.json';

export const MONTHLY_COLUMNS = [
  'year',
  'kldb2010',
  'digits',
  'title_en',
  'sex',
  'mean_eur_month',
  'median_eur_month',
] as const;

export interface GermanRecords {
  readonly monthly: readonly RawRecord<(typeof MONTHLY_COLUMNS)[number]>[];
  /** Null where the file is not there. */
  readonly yearly: unknown;
}

export async function parseGermanEarnings(raw: RawReader): Promise<GermanRecords> {
  return {
    monthly: await raw.records(await raw.firstOf(MONTHLY, MONTHLY_PLAIN), MONTHLY_COLUMNS),
    yearly: (await raw.has(YEARLY)) ? await raw.json(YEARLY) : null,
  };
}
