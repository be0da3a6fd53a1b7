/** Earnings of many countries in one long table, and a file for each of five countries. */
import type { RawReader, RawRecord } from '../../raw-reader.js';
import { ICT_FILES, type IctFile } from './ict-files.js';

const FOLDER = 'world-earnings-by-occupation';

export const LONG_COLUMNS = ['country', 'currency', 'year', 'code', 'title', 'sex', 'stat', 'value_month'] as const;

export interface WorldRecords {
  readonly long: readonly RawRecord<(typeof LONG_COLUMNS)[number]>[];
  readonly ict: readonly { readonly terms: IctFile; readonly content: unknown }[];
}

export async function parseWorldEarnings(raw: RawReader): Promise<WorldRecords> {
  const long = await raw.records(`${FOLDER}/earnings_27_countries_long.csv.gz`, LONG_COLUMNS);
  const ict = [];
  for (const terms of ICT_FILES) ict.push({ terms, content: await raw.json(`${FOLDER}/${terms.file}`) });
  return { long, ict };
}
