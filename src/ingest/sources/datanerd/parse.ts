/** Postings for data jobs: the publisher's workbooks, or their first sheets as text. */
import type { RawReader, RawRecord } from '../../raw-reader.js';

export const FOLDER = 'datanerd-data-jobs';

const COLUMNS = [
  'job_title',
  'job_location',
  'job_via',
  'job_schedule_type',
  'job_posted_date',
  'salary_rate',
  'salary_year_avg',
  'company_name',
  'job_skills',
] as const;

export type PostingRecord = RawRecord<(typeof COLUMNS)[number]>;

/** Paid postings of 2023, and all postings of the months there are. @throws {SourceError} SOURCE_MISSING */
export async function parsePostings(raw: RawReader): Promise<PostingRecord[]> {
  const paid = await raw.firstOf(`${FOLDER}/data_jobs_2023_salary.csv.gz`, `${FOLDER}/data_jobs_salary_all.xlsx`);
  const months = monthFiles(await raw.list(FOLDER)).map((file) => `${FOLDER}/${file}`);
  const records: PostingRecord[] = [];
  for (const path of [paid, ...months]) {
    const read = path.endsWith('.xlsx') ? await raw.sheet(path, /./, COLUMNS) : await raw.records(path, COLUMNS);
    for (const record of read) records.push(record);
  }
  return records;
}

/** Files of months in order; of two forms of one month the text. */
export function monthFiles(names: readonly string[]): string[] {
  const found = new Map<string, string>();
  for (const name of [...names].sort()) {
    const month = /^job_postings_(\d\d)-(\d{4})\.(?:csv\.gz|xlsx)$/.exec(name);
    if (month === null) continue;
    const key = `${month[2]}-${month[1]}`;
    if (!found.has(key)) found.set(key, name);
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, name]) => name);
}
