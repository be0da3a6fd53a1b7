/** Postings with a stated band to posted pay. */
import { SourceError } from '../../../core/errors.js';
import type { DraftRow, SourceReading } from '../../connector.js';
import { Exclusions } from '../../exclusions.js';
import type { PlaceFacts, Readers } from '../../readers.js';
import { joinRepeats, type KeyedOffer, keyedOffer } from '../../repeats.js';
import { dollarDoubtful, implausible, type PayUnit, payColumns, UNITS_PER_YEAR } from '../../stated-pay.js';
import type { Band, Posting } from './parse.js';

const INTERVALS: Readonly<Record<string, PayUnit>> = {
  '1 YEAR': 'year',
  year: 'year',
  'per-year-salary': 'year',
  '1 MONTH': 'month',
  month: 'month',
  '1 HOUR': 'hour',
  'per-hour-wage': 'hour',
};

/** Employment types that say full time; boards that give none list regular posts. */
const FULL_TIME = /^(?:(?:full[\s-]?time|permanent|cdi|regular|salaried)\b)/i;
const NOT_REGULAR = /contract|temporary|fixed|intern|part[\s-]?time|freelance|casual|apprentice/i;
const NOT_REGULAR_TITLE = /\bpart[\s-]?time\b|\bfreelance\b|\bmonth temp\b|\btemporary\b/i;

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

/** False for contracts, part-time work, internships and the like. */
export function isRegularFullTime({ employmentType, title }: Pick<Posting, 'employmentType' | 'title'>): boolean {
  if (NOT_REGULAR_TITLE.test(title)) return false;
  if (employmentType === null) return true;
  return FULL_TIME.test(employmentType.trim()) && !NOT_REGULAR.test(employmentType);
}

export function normalizePostings(postings: readonly Posting[], readers: Readers): Omit<SourceReading, 'newest'> {
  const excluded = new Exclusions();
  const offers: KeyedOffer[] = [];
  for (const posting of postings) {
    const outcome = offerOrReason(posting, readers);
    if (typeof outcome === 'string') excluded.add(outcome);
    else offers.push(keyedOffer(outcome));
  }
  const pay = joinRepeats(offers);
  excluded.add('same employer, title, place and band, counted on one row', offers.length - pay.length);
  return {
    tables: { pay, employers: namesOf(postings, pay, readers) },
    rowsIn: postings.length,
    rowsKept: pay.length,
    excluded: excluded.list(),
  };
}

function offerOrReason(posting: Posting, readers: Readers): DraftRow<'pay'> | string {
  const { band } = posting;
  if (band === null) return 'no pay stated';
  if (!isRegularFullTime(posting)) return 'not regular full-time work';
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

/** Names of the employers whose bands are kept, under the shortest spelling of each. */
function namesOf(
  postings: readonly Posting[],
  pay: readonly DraftRow<'pay'>[],
  readers: Readers,
): DraftRow<'employers'>[] {
  const kept = new Set(pay.map(({ employer }) => employer));
  const spellings = new Map<string, string[]>();
  for (const { employer } of postings) {
    const key = readers.employerKey(employer);
    if (kept.has(key)) spellings.set(key, [...(spellings.get(key) ?? []), employer]);
  }
  return [...spellings].map(([employer, names]) => ({ employer, name: shortest(names) }));
}

function shortest(names: readonly string[]): string {
  return [...new Set(names)].sort((a, b) => a.length - b.length || (a < b ? -1 : 1))[0]!;
}
