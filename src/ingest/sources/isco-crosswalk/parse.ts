/** Pairs of SOC 2010 and ISCO-08. */
import type { RawReader, RawRecord } from '../../raw-reader.js';

export const PAIR_COLUMNS = ['soc10', 'isco08'] as const;

export type PairRecord = RawRecord<(typeof PAIR_COLUMNS)[number]>;

export async function parsePairs(raw: RawReader): Promise<PairRecord[]> {
  return raw.records('isco-crosswalks/soc2010-to-isco08.csv', PAIR_COLUMNS);
}
