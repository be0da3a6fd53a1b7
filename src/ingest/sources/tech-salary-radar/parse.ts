/** Postings of career boards, one record at first sight. */
import { optionalNumber, requiredDay, requiredText } from '../../fields.js';
import type { RawReader, RawRecord } from '../../raw-reader.js';

export const POSTING_COLUMNS = [
  'job_uid',
  'first_seen',
  'source',
  'company',
  'title',
  'location_raw',
  'employment_type',
  'currency_original',
  'salary_min_orig',
  'salary_max_orig',
  'salary_interval_orig',
  'salary_min_usd',
  'salary_max_usd',
] as const;

export type PostingRecord = RawRecord<(typeof POSTING_COLUMNS)[number]>;

export interface Posting {
  /** The publisher's id. */
  readonly uid: string;
  readonly firstSeen: string;
  /** Software of the career board: `ashby`, `greenhouse`, `lever`. */
  readonly board: string;
  readonly employer: string;
  readonly title: string;
  readonly location: string;
  readonly employmentType: string | null;
  readonly band: Band | null;
}

export interface Band {
  readonly currency: string;
  readonly interval: string;
  readonly low: number;
  readonly high: number;
  /** The publisher's yearly amounts in US dollars. */
  readonly lowUsd: number | null;
  readonly highUsd: number | null;
}

const FOLDER = 'tech-salary-radar-2026/jobs';

export async function parsePostings(raw: RawReader): Promise<Posting[]> {
  const days = (await raw.list(FOLDER)).filter((name) => name.startsWith('dt='));
  const records = await raw.records(
    days.map((day) => `${FOLDER}/${day}/part.parquet`),
    POSTING_COLUMNS,
    { format: 'parquet' },
  );
  return records.map(posting);
}

export function posting(record: PostingRecord): Posting {
  return {
    uid: requiredText(record.job_uid, 'job_uid'),
    firstSeen: requiredDay(record.first_seen, 'first_seen'),
    board: requiredText(record.source, 'source'),
    employer: requiredText(record.company, 'company'),
    title: requiredText(record.title, 'title'),
    location: record.location_raw ?? '',
    employmentType: record.employment_type,
    band: bandOf(record),
  };
}

function bandOf(record: PostingRecord): Band | null {
  const low = optionalNumber(record.salary_min_orig, 'salary_min_orig');
  const high = optionalNumber(record.salary_max_orig, 'salary_max_orig');
  if (low === null || high === null) return null;
  return {
    currency: requiredText(record.currency_original, 'currency_original'),
    interval: requiredText(record.salary_interval_orig, 'salary_interval_orig'),
    low,
    high,
    lowUsd: optionalNumber(record.salary_min_usd, 'salary_min_usd'),
    highUsd: optionalNumber(record.salary_max_usd, 'salary_max_usd'),
  };
}
