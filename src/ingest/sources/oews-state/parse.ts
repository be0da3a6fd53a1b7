/** State OEWS tables under the short column names of the copy they come from. */
import type { RawReader, RawRecord } from '../../raw-reader.js';

export const STATE_COLUMNS = [
  'year',
  'area',
  'occ_code',
  'emp',
  'avg',
  'p10',
  'p25',
  'med',
  'p75',
  'p90',
  'lq',
] as const;

export type StateRecord = RawRecord<(typeof STATE_COLUMNS)[number]>;

export const STATE_YEARS = [2024, 2025] as const;

export async function parseStates(raw: RawReader): Promise<StateRecord[]> {
  return raw.records(
    STATE_YEARS.map((year) => `bls-oews-state/oews_state_M${year}.csv.gz`),
    STATE_COLUMNS,
  );
}
