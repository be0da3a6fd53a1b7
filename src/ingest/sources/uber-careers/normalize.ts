/** Postings of one employer to posted pay, and to what they ask for. */

import { formatDate } from '../../../core/format.js';
import type { DraftRow, SourceReading } from '../../connector.js';
import { employerRows } from '../../employer-names.js';
import { Exclusions } from '../../exclusions.js';
import { doubtAbout, postedOffer } from '../../posted-offer.js';
import { onlyBand, readPosting } from '../../read-posting.js';
import type { PlaceFacts, Readers } from '../../readers.js';
import { isRegularPost } from '../../regular-work.js';
import { joinRepeatedPostings } from '../../repeated-postings.js';
import { joinRepeats, type KeyedOffer, keyedOffer } from '../../repeats.js';
import type { CareerPosting, CareerSite } from './parse.js';
import { type RangeOfPlace, rangesOf } from './stated-ranges.js';

export const EMPLOYER = 'Uber';

export interface CareerContext {
  readonly readers: Readers;
  readonly rates: { toUsd(amount: number, currency: string): number | null };
}

/** Counts two kinds of records: postings, and ranges stated in them. */
export function normalizeCareerSite({ postings, collected }: CareerSite, context: CareerContext): SourceReading {
  const { readers } = context;
  const excluded = new Exclusions();
  const offers: KeyedOffer[] = [];
  const rows: DraftRow<'postings'>[] = [];
  let ranges = 0;
  for (const posting of postings) {
    const stated = rangesOf(posting.text);
    ranges += stated.length;
    const place = ownPlace(posting, readers);
    if (place === null || !isRegularPost(posting)) {
      excluded.add(`posting: ${place === null ? 'no country named' : 'not regular full-time work'}`);
      excluded.add('range: of a posting left out', stated.length);
      continue;
    }
    const own: DraftRow<'pay'>[] = [];
    for (const range of stated) {
      const row = offerOf(posting, range, context);
      if (typeof row === 'string') excluded.add(`range: ${row}`);
      else own.push(row);
    }
    offers.push(...own.map((row) => keyedOffer(row)));
    rows.push(postingRow(posting, { place, collected, own, readers }));
  }
  const pay = joinRepeats(offers);
  const read = joinRepeatedPostings(rows);
  excluded.add('range: same title, place and band, counted on one row', offers.length - pay.length);
  excluded.add(
    'posting: same title, place, pay, skills and credentials, counted on one row',
    rows.length - read.length,
  );
  return {
    tables: { pay, postings: read, employers: employerRows([EMPLOYER], [...pay, ...read], readers) },
    rowsIn: postings.length + ranges,
    rowsKept: pay.length + read.length,
    excluded: excluded.list(),
    newest: collected,
    vintage: `open on ${formatDate(collected)}`,
  };
}

/** Country of the first location, and the state where all locations of that country lie in one. */
function ownPlace({ locations }: CareerPosting, readers: Readers): PlaceFacts | null {
  const read = locations.map((location) => readers.readPlace(location));
  const own = read[0] ?? null;
  if (own === null) return null;
  const states = new Set(read.filter((place) => place?.country === own.country).map((place) => place!.region));
  return { country: own.country, region: states.size === 1 ? [...states][0]! : null };
}

/** The offer a sentence states, for the place it names; a range without a place is for the posting's country. */
function offerOf(
  posting: CareerPosting,
  { place: named, band }: RangeOfPlace,
  { readers, rates }: CareerContext,
): DraftRow<'pay'> | string {
  if (band === null) return 'no base pay with both ends';
  const place = named === null ? readers.readPlace(posting.locations.join('; ')) : readers.readPlace(named);
  if (place === null) return 'no country or several countries named';
  const doubt = doubtAbout(band, place.country, rates);
  if (doubt !== null) return doubt;
  const employer = readers.employerKey(EMPLOYER);
  return postedOffer({ title: readers.readTitle(posting.title), place, employer, band, seen: posting.created });
}

interface OwnFacts {
  readonly place: PlaceFacts;
  readonly collected: string;
  readonly own: readonly DraftRow<'pay'>[];
  readonly readers: Readers;
}

function postingRow(posting: CareerPosting, { place, collected, own, readers }: OwnFacts): DraftRow<'postings'> {
  return readPosting({
    title: readers.readTitle(posting.title),
    place,
    employer: readers.employerKey(EMPLOYER),
    seenFrom: posting.created,
    seenTo: collected,
    asked: readers.skillsIn(posting.text),
    readFrom: 'text',
    pay: onlyBand(own.filter(({ country }) => country === place.country)),
  });
}
