/** Postings of boards to posted pay, and to what postings ask for. */

import { formatMonth } from '../../../core/format.js';
import type { DraftRow, SourceReading } from '../../connector.js';
import { employerRows } from '../../employer-names.js';
import { Exclusions } from '../../exclusions.js';
import { doubtAbout, postedOffer } from '../../posted-offer.js';
import { onlyBand, readPosting } from '../../read-posting.js';
import type { Readers } from '../../readers.js';
import { isRegularPost } from '../../regular-work.js';
import { joinRepeatedPostings } from '../../repeated-postings.js';
import { joinRepeats, type KeyedOffer, keyedOffer } from '../../repeats.js';
import type { BoardPosting, Salary, Tier } from './parse.js';
import { type JobPlaces, jobPlaces } from './places.js';
import { tierOffer } from './tiers.js';

export interface BoardContext {
  readonly readers: Readers;
  readonly rates: { toUsd(amount: number, currency: string): number | null };
  currencyOf(country: string): string | undefined;
}

type PricedTier = Tier & { readonly salary: Salary };

/** Counts two kinds of records: postings, and salaries stated in them. */
export class BoardReading {
  readonly #context: BoardContext;
  readonly #excluded = new Exclusions();
  readonly #offers: KeyedOffer[] = [];
  readonly #postings: DraftRow<'postings'>[] = [];
  readonly #boards = new Set<string>();
  #records = 0;
  #newest = '';

  constructor(context: BoardContext) {
    this.#context = context;
  }

  add(posting: BoardPosting): void {
    const priced = posting.tiers.filter((tier): tier is PricedTier => tier.salary !== null);
    this.#records += 1 + priced.length;
    if (posting.published > this.#newest) this.#newest = posting.published;
    const reason = reasonToExclude(posting);
    const places = reason === null ? jobPlaces(posting.places, this.#context.readers) : null;
    if (places === null) {
      this.#excluded.add(`posting: ${reason ?? 'no country named'}`);
      this.#excluded.add(`salary: of a posting left out`, priced.length);
      return;
    }
    this.#boards.add(posting.board);
    const offers = this.#takeOffers(posting, priced, places);
    this.#postings.push(this.#postingRow(posting, places, offers));
  }

  #takeOffers(posting: BoardPosting, priced: readonly PricedTier[], places: JobPlaces): DraftRow<'pay'>[] {
    const { readers, rates, currencyOf } = this.#context;
    const title = readers.readTitle(posting.title);
    const taken: DraftRow<'pay'>[] = [];
    for (const tier of priced) {
      const offer = tierOffer(tier, { title, places, readers, currencyOf });
      const doubt = typeof offer === 'string' ? offer : doubtAbout(offer.band, offer.place.country, rates);
      if (typeof offer === 'string' || doubt !== null) this.#excluded.add(`salary: ${doubt}`);
      else {
        const employer = readers.employerKey(posting.board);
        taken.push(postedOffer({ ...offer, employer, seen: posting.published }));
      }
    }
    this.#offers.push(...taken.map((row) => keyedOffer(row)));
    return taken;
  }

  /** A posting carries the pay of its own country where it states one band for it. */
  #postingRow(
    posting: BoardPosting,
    { country, region }: JobPlaces,
    offers: readonly DraftRow<'pay'>[],
  ): DraftRow<'postings'> {
    const { readers } = this.#context;
    return readPosting({
      title: readers.readTitle(posting.title),
      place: { country, region },
      employer: readers.employerKey(posting.board),
      seenFrom: posting.published,
      seenTo: posting.published,
      asked: readers.skillsIn(posting.text),
      readFrom: 'text',
      pay: onlyBand(offers.filter((offer) => offer.country === country)),
    });
  }

  /** The reading, with the newest day of publication as the last day on which every posting was seen open. */
  result(): SourceReading {
    const pay = joinRepeats(this.#offers);
    const open = this.#postings.map((posting) => ({ ...posting, seenTo: this.#newest }));
    const postings = joinRepeatedPostings(open);
    this.#excluded.add(
      'salary: same employer, title, place and band, counted on one row',
      this.#offers.length - pay.length,
    );
    this.#excluded.add(
      'posting: same employer, title, place, pay, skills and credentials, counted on one row',
      open.length - postings.length,
    );
    const employers = employerRows(this.#boards, [...pay, ...postings], this.#context.readers);
    return {
      tables: { pay, postings, employers },
      rowsIn: this.#records,
      rowsKept: pay.length + postings.length,
      excluded: this.#excluded.list(),
      newest: this.#newest,
      vintage: `open in ${formatMonth(this.#newest)}`,
    };
  }
}

function reasonToExclude(posting: BoardPosting): string | null {
  if (!posting.listed) return 'not listed by the board';
  return isRegularPost(posting) ? null : 'not regular full-time work';
}
