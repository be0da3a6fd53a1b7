/** Announcements of federal jobs. */
import type { RawReader, RawRecord } from '../../raw-reader.js';

/** The search words and the description tell repeats apart and are not kept. */
export const ANNOUNCEMENT_COLUMNS = [
  'role',
  'title',
  'city',
  'state',
  'description',
  'posted_date',
  'close_date',
  'job_grade',
  'salary_min',
  'salary_max',
  'employment_type',
] as const;

export type AnnouncementRecord = RawRecord<(typeof ANNOUNCEMENT_COLUMNS)[number]>;

/** The collection as its publisher keeps it, and compressed. */
export const COLLECTION = 'usajobs-data-roles-2026/job_skills.csv';

export async function parseAnnouncements(raw: RawReader): Promise<AnnouncementRecord[]> {
  return raw.records(await raw.firstOf(COLLECTION, `${COLLECTION}.gz`), ANNOUNCEMENT_COLUMNS);
}
