/** Postings to posted pay, and to what they ask for. */
import type { DraftRow, SourceReading } from '../../connector.js';
import { employerRows } from '../../employer-names.js';
import { Exclusions } from '../../exclusions.js';
import { optionalNumber, requiredCode, requiredDay } from '../../fields.js';
import { postedOffer } from '../../posted-offer.js';
import { readPosting } from '../../read-posting.js';
import type { PlaceFacts, Readers } from '../../readers.js';
import { isRegularPost } from '../../regular-work.js';
import { joinRepeatedPostings } from '../../repeated-postings.js';
import { joinRepeats, type KeyedOffer, keyedOffer } from '../../repeats.js';
import { implausible } from '../../stated-pay.js';
import type { PostingRecord } from './parse.js';
import { labelsIn, type SkillLabels } from './skill-labels.js';

export interface PostingContext {
  readonly readers: Readers;
  readonly labels: SkillLabels;
}

/** Sites that put their own estimates in the place of pay: a handful of figures over hundreds of firms. */
const ESTIMATING_SITES = /^(?:ladders|snagajob|infosec-jobs\.com|ai-?jobs\.net)$|\bbebee\b/i;

/** True for a posting that came by way of such a site. */
export function isEstimated(via: string | null): boolean {
  return ESTIMATING_SITES.test((via ?? '').replace(/^via\s+/i, '').trim());
}

interface Posting {
  readonly record: PostingRecord;
  readonly title: string;
  readonly company: string;
  readonly place: PlaceFacts;
  readonly day: string;
}

/** Counts two kinds of records: postings as statements of pay, and postings as lists of skills. */
export function normalizePostings(
  records: readonly PostingRecord[],
  context: PostingContext,
): Omit<SourceReading, 'newest'> {
  const { readers } = context;
  const excluded = new Exclusions();
  const offers: KeyedOffer[] = [];
  const read: DraftRow<'postings'>[] = [];
  for (const record of records) {
    const posting = postingOrReason(record, readers);
    const offer = typeof posting === 'string' ? posting : offerOrReason(posting, readers);
    if (typeof offer === 'string') excluded.add(`pay: ${offer}`);
    else offers.push(keyedOffer(offer, offer.seenFrom.slice(0, 7)));
    const row = typeof posting === 'string' ? posting : askedOrReason(posting, offer, context);
    if (typeof row === 'string') excluded.add(`posting: ${row}`);
    else read.push(row);
  }
  const pay = joinRepeats(offers);
  const postings = joinRepeatedPostings(read);
  excluded.add('pay: same employer, title, place and figure in the same month', offers.length - pay.length);
  excluded.add('posting: same employer, title, place, pay and skills', read.length - postings.length);
  const spellings = records.map(({ company_name }) => company_name ?? '').filter((name) => name.trim() !== '');
  return {
    tables: { pay, postings, employers: employerRows(spellings, [...pay, ...postings], readers) },
    rowsIn: 2 * records.length,
    rowsKept: pay.length + postings.length,
    excluded: excluded.list(),
  };
}

/** The country is read from the place of the job: the publisher's is that of the search. */
function postingOrReason(record: PostingRecord, readers: Readers): Posting | string {
  const { job_title, company_name, job_schedule_type, job_via } = record;
  const [title, company] = [job_title?.trim() ?? '', company_name?.trim() ?? ''];
  if (isEstimated(job_via)) return 'site that puts estimates in the place of pay';
  if (title === '' || company === '') return 'no title or no employer named';
  if (!isRegularPost({ title, employmentType: emptyAsNull(job_schedule_type) })) return 'not regular full-time work';
  const place = readers.readPlace(record.job_location ?? '');
  if (place === null) return 'no country or several countries named';
  return { record, title, company, place, day: requiredDay(record.job_posted_date, 'job_posted_date') };
}

function offerOrReason(posting: Posting, readers: Readers): DraftRow<'pay'> | string {
  const { record, place, day } = posting;
  const rate = emptyAsNull(record.salary_rate);
  if (rate === null) return 'no pay stated';
  if (requiredCode(rate, 'salary_rate', ['year', 'hour', 'month', 'week', 'day']) !== 'year') return 'no pay of a year';
  const middle = optionalNumber(record.salary_year_avg, 'salary_year_avg');
  if (middle === null) return 'no pay stated';
  if (place.country !== 'US') return 'currency not named outside the United States';
  const reason = implausible({ country: 'US', annualLowUsd: middle, annualHighUsd: middle });
  if (reason !== null) return reason;
  return postedOffer({
    title: readers.readTitle(posting.title),
    place,
    employer: readers.employerKey(posting.company),
    band: { currency: 'USD', unit: 'year', low: middle, high: middle },
    seen: day,
  });
}

function askedOrReason(
  { record, title, company, place, day }: Posting,
  offer: DraftRow<'pay'> | string,
  { readers, labels }: PostingContext,
): DraftRow<'postings'> | string {
  const list = emptyAsNull(record.job_skills);
  if (list === null) return 'no list of skills';
  return readPosting({
    title: readers.readTitle(title),
    place,
    employer: readers.employerKey(company),
    seenFrom: day,
    seenTo: day,
    asked: { skills: labels.idsOf(labelsIn(list)).join(','), credentials: '' },
    readFrom: 'labels',
    pay: typeof offer === 'string' ? null : offer,
  });
}

function emptyAsNull(value: string | null): string | null {
  return value === null || value.trim() === '' ? null : value.trim();
}
