/** Answers of Lever's public job boards: api.lever.co/v0/postings/<board>?mode=json */
import { htmlText } from './html-text.js';
import {
  employerInAddress,
  filledOffer,
  isObject,
  type JsonObject,
  joinedPlaces,
  type Offer,
  objectAt,
  objectsAt,
  textOf,
} from './offer.js';

/** Whether an object is a posting of a Lever board. */
export function isLeverPosting(posting: JsonObject): boolean {
  return 'text' in posting && 'hostedUrl' in posting && 'categories' in posting;
}

const UNITS: Readonly<Record<string, string>> = {
  year: 'year',
  month: 'month',
  week: 'week',
  day: 'day',
  hour: 'hour',
};

export function leverOffers(posting: JsonObject): Offer[] {
  const categories = objectAt(posting, 'categories');
  const all = Array.isArray(categories.allLocations) ? categories.allLocations.map(textOf) : [];
  return [
    filledOffer({
      title: textOf(posting.text),
      employer: employerInAddress(textOf(posting.hostedUrl)),
      place: joinedPlaces([textOf(categories.location), ...all]),
      country: textOf(posting.country),
      date: dayOf(posting.createdAt),
      employment: textOf(categories.commitment),
      description: wholeText(posting),
      ...payOf(posting.salaryRange),
    }),
  ];
}

/** Milliseconds since 1970 as a day. */
function dayOf(milliseconds: unknown): string {
  if (typeof milliseconds !== 'number') return '';
  const date = new Date(milliseconds);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10);
}

function payOf(range: unknown): Offer {
  if (!isObject(range)) return {};
  const unit = UNITS[/^per-(\w+?)-/.exec(textOf(range.interval))?.[1] ?? ''];
  if (unit === undefined) return {};
  return { payLow: textOf(range.min), payHigh: textOf(range.max), currency: textOf(range.currency), unit };
}

/** The posting in the order in which its page shows it. */
function wholeText(posting: JsonObject): string {
  const lists = objectsAt(posting, 'lists').map((list) => `${textOf(list.text)}\n${htmlText(textOf(list.content))}`);
  const parts = [posting.descriptionPlain, ...lists, posting.salaryDescriptionPlain, posting.additionalPlain];
  return parts.map(textOf).filter(Boolean).join('\n\n');
}
