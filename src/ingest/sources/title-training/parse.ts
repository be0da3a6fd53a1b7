/** Files the title model is trained on, beside those of the occupational classification. */
import type { RawReader, RawRecord } from '../../raw-reader.js';

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

export function parseDirectMatches(raw: RawReader): Promise<DirectMatchRecord[]> {
  return raw.records('soc-taxonomy/soc_2018_direct_match_title_file.csv', DIRECT_MATCH_COLUMNS);
}

export async function parseOnetTitles(raw: RawReader): Promise<OnetTitleRecords> {
  return {
    jobTitles: await raw.records(`${ONET}/Job Titles.txt.gz`, JOB_TITLE_COLUMNS, TAB_SEPARATED),
    reportedTitles: await raw.records(`${ONET}/Sample of Reported Titles.txt`, REPORTED_TITLE_COLUMNS, TAB_SEPARATED),
    occupationNames: await raw.records(`${ONET}/Occupation Data.txt`, OCCUPATION_NAME_COLUMNS, TAB_SEPARATED),
  };
}
