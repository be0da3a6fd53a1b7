/** O*NET text tables: tab separated, quotation marks are ordinary characters. */
import type { RawReader, RawRecord } from '../../raw-reader.js';

export const SOFTWARE_COLUMNS = [
  'O*NET-SOC Code',
  'Workplace Example',
  'Element Name',
  'Hot Technology',
  'In Demand',
] as const;

export const TAB_SEPARATED = { format: 'csv', delimiter: '\t', quoted: false } as const;
/** Folder of the release. */
export const ONET_FOLDER = 'onet-30.3';

export interface OnetRecords {
  readonly software: readonly RawRecord<(typeof SOFTWARE_COLUMNS)[number]>[];
}

export async function parseOnet(raw: RawReader): Promise<OnetRecords> {
  return {
    software: await raw.records(
      await plainOrPacked(raw, `${ONET_FOLDER}/Software Skills.txt`),
      SOFTWARE_COLUMNS,
      TAB_SEPARATED,
    ),
  };
}

/** The file as the publisher's archive holds it, or a compressed copy where there is one. */
export async function plainOrPacked(raw: RawReader, path: string): Promise<string> {
  return (await raw.has(`${path}.gz`)) ? `${path}.gz` : path;
}
