/** Postings to posted pay, and to what they ask for. */
import { SourceError } from '../../../core/errors.js';
import type { DraftRow, SourceReading } from '../../connector.js';
import { employerRows } from '../../employer-names.js';
import { Exclusions } from '../../exclusions.js';
import type { PlaceFacts, Readers } from '../../readers.js';
import { isRegularPost } from '../../regular-work.js';
import { joinRepeatedPostings } from '../../repeated-postings.js';
import { joinRepeats, type KeyedOffer, keyedOffer } from '../../repeats.js';
import { dollarDoubtful, implausible, type PayUnit, payColumns, UNITS_PER_YEAR } from '../../stated-pay.js';
import type { Band, Posting } from './parse.js';
import { type LabelContext, labelledPosting } from './skills.js';

const INTERVALS: Readonly<Record<string, PayUnit>> = {
  '1 YEAR': 'year',
  year: 'year',
  'per-year-salary': 'year',
  '1 MONTH': 'month',
  month: 'month',
  '1 HOUR': 'hour',
  'per-hour-wage': 'hour',
};

/** The unit an interval names. @throws {SourceError} SOURCE_VALUE for an interval never seen before */
export function unitOf(interval: string): PayUnit {
  const unit = INTERVALS[interval];
  if (unit === undefined) {
    throw new SourceError(
      'SOURCE_VALUE',
      `Column 'salary_interval_orig' holds '${interval}', which is no known interval.`,
      'Add the interval to the connector of the radar.',
    );
  }
  return unit;
}

/** Counts two kinds of records: postings as statements of pay, and postings as read for skills. */
export function normalizePostings(postings: readonly Posting[], context: LabelContext): Omit<SourceReading, 'newest'> {
  const { readers } = context;
  const excluded = new Exclusions();
  const offers: KeyedOffer[] = [];
  const read: DraftRow<'postings'>[] = [];
  for (const posting of postings) {
    const offer = offerOrReason(posting, readers);
    if (typeof offer === 'string') excluded.add(`pay: ${offer}`);
    else offers.push(keyedOffer(offer));
    const row = labelledPosting(posting, typeof offer === 'string' ? null : offer, context);
    if (typeof row === 'string') excluded.add(`posting: ${row}`);
    else read.push(row);
  }
  const pay = joinRepeats(offers);
  const rows = joinRepeatedPostings(read);
  excluded.add('pay: same employer, title, place and band, counted on one row', offers.length - pay.length);
  excluded.add('posting: same employer, title, place, pay and skills, counted on one row', read.length - rows.length);
  const spellings = postings.map(({ employer }) => employer);
  return {
    tables: { pay, postings: rows, employers: employerRows(spellings, [...pay, ...rows], readers) },
    rowsIn: 2 * postings.length,
    rowsKept: pay.length + rows.length,
    excluded: excluded.list(),
  };
}

function offerOrReason(posting: Posting, readers: Readers): DraftRow<'pay'> | string {
  const { band } = posting;
  if (band === null) return 'no pay stated';
  if (!isRegularPost(posting)) return 'not regular full-time work';
  const unit = unitOf(band.interval);
  if (unit === 'hour' && posting.employmentType === null) return 'hourly pay without stated hours';
  const place = readers.readPlace(posting.location);
  if (place === null) return 'no country or several countries named';
  if (currencyDoubtful(posting, band, place)) return 'US dollars read from text for a job outside the United States';
  const { lowUsd, highUsd } = usdAmounts(band, unit);
  if (lowUsd === null || highUsd === null) return 'currency without a rate';
  const reason = implausible({ country: place.country, annualLowUsd: lowUsd, annualHighUsd: highUsd });
  return reason ?? offer(posting, { ...band, unit }, place, readers);
}

/**
 * Greenhouse bands were read from posting text by the publisher, who took every `$`, and in places every plain
 * number, for US dollars (monthly bands of Warsaw at 31,900 "USD"): outside the United States their currency is
 * not believed. Ashby and Lever state the currency as a field.
 */
function currencyDoubtful(posting: Posting, band: Band, place: PlaceFacts): boolean {
  if (band.currency !== 'USD' || place.country === 'US') return false;
  return posting.board === 'greenhouse' || dollarDoubtful(place.country, band.currency);
}

/** Yearly US dollars: the stated amount itself where it is in dollars, else the publisher's conversion. */
function usdAmounts(band: Band, unit: PayUnit): { lowUsd: number | null; highUsd: number | null } {
  if (band.currency !== 'USD') return { lowUsd: band.lowUsd, highUsd: band.highUsd };
  return { lowUsd: band.low * UNITS_PER_YEAR[unit], highUsd: band.high * UNITS_PER_YEAR[unit] };
}

function offer(
  posting: Posting,
  band: Band & { readonly unit: PayUnit },
  place: PlaceFacts,
  readers: Readers,
): DraftRow<'pay'> {
  const title = readers.readTitle(posting.title);
  return {
    basis: 'posted',
    country: place.country,
    role: title.role,
    level: title.level,
    region: place.region,
    title: title.title,
    soc: null,
    employer: readers.employerKey(posting.employer),
    currency: band.currency,
    ...payColumns(band),
    seenFrom: posting.firstSeen,
    seenTo: posting.firstSeen,
    repeats: 1,
  };
}
