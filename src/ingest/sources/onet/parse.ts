/** O*NET text tables: tab separated, quotation marks are ordinary characters. */
import type { RawReader, RawRecord } from '../../raw-reader.js';

export const JOB_TITLE_COLUMNS = ['O*NET-SOC Code', 'Job Title'] as const;
export const REPORTED_TITLE_COLUMNS = ['O*NET-SOC Code', 'Reported Job Title'] as const;
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
  readonly jobTitles: readonly RawRecord<(typeof JOB_TITLE_COLUMNS)[number]>[];
  readonly reportedTitles: readonly RawRecord<(typeof REPORTED_TITLE_COLUMNS)[number]>[];
  readonly software: readonly RawRecord<(typeof SOFTWARE_COLUMNS)[number]>[];
}

export async function parseOnet(raw: RawReader): Promise<OnetRecords> {
  return {
    jobTitles: await raw.records(`${FOLDER}/Job Titles.txt.gz`, JOB_TITLE_COLUMNS, TAB_SEPARATED),
    reportedTitles: await raw.records(`${FOLDER}/Sample of Reported Titles.txt`, REPORTED_TITLE_COLUMNS, TAB_SEPARATED),
    software: await raw.records(`${FOLDER}/Software Skills.txt.gz`, SOFTWARE_COLUMNS, TAB_SEPARATED),
  };
}
