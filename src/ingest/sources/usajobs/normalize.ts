/** Federal announcements to posted pay of one employer. */
import type { DraftRow, SourceReading } from '../../connector.js';
import { DollarRates } from '../../dollar-rates.js';
import { employerRows } from '../../employer-names.js';
import { Exclusions } from '../../exclusions.js';
import { requiredCode, requiredDay, requiredNumber, requiredText } from '../../fields.js';
import { newestDay } from '../../newest.js';
import { doubtAbout, postedOffer, type StatedBand } from '../../posted-offer.js';
import type { Readers } from '../../readers.js';
import { isRegularPost } from '../../regular-work.js';
import { joinRepeats, type KeyedOffer, keyedOffer } from '../../repeats.js';
import { daySpan } from '../../vintage.js';
import type { AnnouncementRecord } from './parse.js';

export const EMPLOYER = 'United States federal government';

/** Amounts carry no unit; federal hourly rates end far below this, yearly ones begin far above it. */
const HOURLY_BELOW = 200;
const EMPLOYMENT_TYPES = ['Full-Time', 'Part-Time', 'Intermittent', 'On-Call', 'Shift Work', 'Seasonal'] as const;
const DOLLARS = new DollarRates([]);

export function normalizeAnnouncements(records: readonly AnnouncementRecord[], readers: Readers): SourceReading {
  const excluded = new Exclusions();
  const seen = new Set<string>();
  const offers: KeyedOffer[] = [];
  for (const record of records) {
    const whole = JSON.stringify(record);
    const outcome = seen.has(whole) ? 'exact repeat' : offerOrReason(record, readers);
    seen.add(whole);
    if (typeof outcome === 'string') excluded.add(outcome);
    else offers.push(keyedOffer(outcome));
  }
  const days = records.map(({ posted_date }) => requiredDay(posted_date, 'posted_date'));
  const pay = joinRepeats(offers);
  excluded.add('same title, place and band, counted on one row', offers.length - pay.length);
  return {
    tables: { pay, employers: employerRows([EMPLOYER], pay, readers) },
    rowsIn: records.length,
    rowsKept: pay.length,
    excluded: excluded.list(),
    newest: newestDay(days),
    vintage: `posted ${daySpan(days)}`,
  };
}

function offerOrReason(record: AnnouncementRecord, readers: Readers): DraftRow<'pay'> | string {
  const title = requiredText(record.title, 'title');
  const employmentType = requiredCode(record.employment_type, 'employment_type', EMPLOYMENT_TYPES);
  if (employmentType !== 'Full-Time' || !isRegularPost({ title, employmentType })) return 'not regular full-time work';
  const band = bandOf(record);
  if (band === null) return 'no pay stated';
  const place = readers.readPlace(`${requiredText(record.state, 'state')}, United States`);
  if (place === null || place.region === null) return 'no state of the United States named';
  const doubt = doubtAbout(band, place.country, DOLLARS);
  if (doubt !== null) return doubt;
  return postedOffer({
    title: readers.readTitle(title),
    place,
    employer: readers.employerKey(EMPLOYER),
    band,
    seen: requiredDay(record.posted_date, 'posted_date'),
  });
}

function bandOf(record: AnnouncementRecord): StatedBand | null {
  const low = requiredNumber(record.salary_min, 'salary_min');
  const high = requiredNumber(record.salary_max, 'salary_max');
  if (low === 0 || high === 0) return null;
  return { currency: 'USD', unit: high < HOURLY_BELOW ? 'hour' : 'year', low, high };
}
