/** What postings ask for by the publisher's skill labels, and until when they were open. */

import { SourceError } from '../../../core/errors.js';
import type { DraftRow } from '../../connector.js';
import { requiredDay, requiredText } from '../../fields.js';
import type { RawReader } from '../../raw-reader.js';
import { type AnnualBand, readPosting } from '../../read-posting.js';
import type { Readers } from '../../readers.js';
import { isRegularPost } from '../../regular-work.js';
import type { KnownLabel } from '../../reviewed.js';
import type { Posting } from './parse.js';

/** Labels of each posting that was read, by posting; an empty list where nothing was found. */
export type PostingLabels = ReadonlyMap<string, readonly string[]>;

export async function parseLabels(raw: RawReader): Promise<PostingLabels> {
  const records = await raw.records(await dailyParts(raw, 'skills'), ['job_uid', 'skill'], { format: 'parquet' });
  const labels = new Map<string, string[]>();
  for (const { job_uid, skill } of records) {
    const uid = requiredText(job_uid, 'job_uid');
    const known = labels.get(uid) ?? [];
    labels.set(uid, skill === null ? known : [...known, skill]);
  }
  return labels;
}

/** The last daily snapshot in which each posting was open. */
export async function parseLastSeen(raw: RawReader): Promise<ReadonlyMap<string, string>> {
  const columns = ['job_uid', 'snapshot_date'] as const;
  const records = await raw.records(await dailyParts(raw, 'snapshots'), columns, { format: 'parquet' });
  const last = new Map<string, string>();
  for (const { job_uid, snapshot_date } of records) {
    const uid = requiredText(job_uid, 'job_uid');
    const day = requiredDay(snapshot_date, 'snapshot_date');
    if (day > (last.get(uid) ?? '')) last.set(uid, day);
  }
  return last;
}

async function dailyParts(raw: RawReader, table: string): Promise<string[]> {
  const folder = `tech-salary-radar-2026/${table}`;
  const days = (await raw.list(folder)).filter((name) => name.startsWith('dt='));
  return days.map((day) => `${folder}/${day}/part.parquet`);
}

/**
 * Ids of the skills that labels name, sorted. A label that is a common word counts only where a label that is none
 * stands beside it, as in running text.
 *
 * @throws {SourceError} SOURCE_VALUE for a label that our list does not know
 */
export function skillsOf(labels: readonly string[], known: ReadonlyMap<string, KnownLabel>): string[] {
  const skills = labels.map((label) => {
    const skill = known.get(label);
    if (skill === undefined) {
      const message = `Column 'skill' holds '${label}', a label that the list of skills does not know.`;
      throw new SourceError(
        'SOURCE_VALUE',
        message,
        'Add the label to the field radar of its skill in reviewed/skills.json.',
      );
    }
    return skill;
  });
  const certain = skills.some(({ guarded }) => !guarded);
  return [...new Set(skills.filter(({ guarded }) => certain || !guarded).map(({ id }) => id))].sort();
}

export interface LabelContext {
  readonly labels: PostingLabels;
  readonly lastSeen: ReadonlyMap<string, string>;
  readonly known: ReadonlyMap<string, KnownLabel>;
  readonly readers: Readers;
}

/** The row of a posting that was read, or why it has none. */
export function labelledPosting(
  posting: Posting,
  pay: AnnualBand,
  { labels, lastSeen, known, readers }: LabelContext,
): DraftRow<'postings'> | string {
  const found = labels.get(posting.uid);
  if (found === undefined) return 'never read for skills';
  if (!isRegularPost(posting)) return 'not regular full-time work';
  const place = readers.readPlace(posting.location);
  if (place === null) return 'no country or several countries named';
  const [, seenTo] = [posting.firstSeen, lastSeen.get(posting.uid) ?? ''].sort();
  return readPosting({
    title: readers.readTitle(posting.title),
    place,
    employer: readers.employerKey(posting.employer),
    seenFrom: posting.firstSeen,
    seenTo: seenTo!,
    asked: { skills: skillsOf(found, known).join(','), credentials: '' },
    readFrom: 'labels',
    pay,
  });
}
