/** Files the title model is trained on, beside those of the occupational classification. */
import type { RawReader, RawRecord } from '../../raw-reader.js';
import { plainOrPacked } from '../onet/parse.js';

export const TITLE_COUNT_COLUMNS = ['employer', 'job_title', 'soc_code', 'soc_title', 'n_certified'] as const;
export const DIRECT_MATCH_COLUMNS = ['2018 SOC Code', '2018 SOC Direct Match Title'] as const;
export const JOB_TITLE_COLUMNS = ['O*NET-SOC Code', 'Job Title'] as const;
export const REPORTED_TITLE_COLUMNS = ['O*NET-SOC Code', 'Reported Job Title'] as const;
export const OCCUPATION_NAME_COLUMNS = ['O*NET-SOC Code', 'Title'] as const;

export type TitleCountRecord = RawRecord<(typeof TITLE_COUNT_COLUMNS)[number]>;
export type DirectMatchRecord = RawRecord<(typeof DIRECT_MATCH_COLUMNS)[number]>;

export interface OnetTitleRecords {
  readonly jobTitles: readonly RawRecord<(typeof JOB_TITLE_COLUMNS)[number]>[];
  readonly reportedTitles: readonly RawRecord<(typeof REPORTED_TITLE_COLUMNS)[number]>[];
  readonly occupationNames: readonly RawRecord<(typeof OCCUPATION_NAME_COLUMNS)[number]>[];
}

const TAB_SEPARATED = { format: 'csv', delimiter: '\t', quoted: false } as const;
const ONET = 'onet-30.3';

export function parseTitleCounts(raw: RawReader): Promise<TitleCountRecord[]> {
  const file = 'h1b-lca-title-soc-counts-fy2022-2025/employer_title_soc_counts.csv.gz';
  return raw.records(file, TITLE_COUNT_COLUMNS);
}

/** The bureau's workbook is read where there is no copy of it as text. */
export async function parseDirectMatches(raw: RawReader): Promise<DirectMatchRecord[]> {
  const file = 'soc-taxonomy/soc_2018_direct_match_title_file';
  if (await raw.has(`${file}.csv`)) return raw.records(`${file}.csv`, DIRECT_MATCH_COLUMNS);
  return raw.sheet(`${file}.xlsx`, 'Sorted by SOC', DIRECT_MATCH_COLUMNS);
}

export async function parseOnetTitles(raw: RawReader): Promise<OnetTitleRecords> {
  const jobTitles = await plainOrPacked(raw, `${ONET}/Job Titles.txt`);
  return {
    jobTitles: await raw.records(jobTitles, JOB_TITLE_COLUMNS, TAB_SEPARATED),
    reportedTitles: await raw.records(`${ONET}/Sample of Reported Titles.txt`, REPORTED_TITLE_COLUMNS, TAB_SEPARATED),
    occupationNames: await raw.records(`${ONET}/Occupation Data.txt`, OCCUPATION_NAME_COLUMNS, TAB_SEPARATED),
  };
}
