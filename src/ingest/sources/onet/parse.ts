/** O*NET text tables: tab separated, quotation marks are ordinary characters. */
import type { RawReader, RawRecord } from '../../raw-reader.js';

export const SOFTWARE_COLUMNS = [
  'O*NET-SOC Code',
  'Workplace Example',
  'Element Name',
  'Hot Technology',
  'In Demand',
] as const;

const TAB_SEPARATED = { format: 'csv', delimiter: '\t', quoted: false } as const;
const FOLDER = 'onet-30.3';

export interface OnetRecords {
  readonly software: readonly RawRecord<(typeof SOFTWARE_COLUMNS)[number]>[];
}

export async function parseOnet(raw: RawReader): Promise<OnetRecords> {
  return {
    software: await raw.records(`${FOLDER}/Software Skills.txt.gz`, SOFTWARE_COLUMNS, TAB_SEPARATED),
  };
}
