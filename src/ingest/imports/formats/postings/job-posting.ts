/** Postings in the vocabulary of schema.org: `JobPosting` as JSON or JSON-LD. */
import { htmlText } from './html-text.js';
import { filledOffer, isObject, type JsonObject, joinedPlaces, type Offer, textOf } from './offer.js';

const DEEPEST = 12;

/**
 * All postings below a value: alone, in lists, in `@graph`, in the items of a list of links.
 *
 * @param types names of the other types met, for messages
 */
export function findJobPostings(value: unknown, types: Set<string> = new Set()): JsonObject[] {
  const found: JsonObject[] = [];
  const visit = (part: unknown, depth: number) => {
    if (depth > DEEPEST) return;
    if (Array.isArray(part)) for (const item of part) visit(item, depth + 1);
    else if (isObject(part)) {
      const names = typesOf(part);
      if (names.includes('JobPosting')) return void found.push(part);
      for (const name of names) types.add(name);
      for (const inner of Object.values(part)) if (typeof inner === 'object') visit(inner, depth + 1);
    }
  };
  visit(value, 0);
  return found;
}

/** Types without the address of their vocabulary: `http://schema.org/JobPosting` is `JobPosting`. */
function typesOf(node: JsonObject): string[] {
  return listed(node['@type'] ?? node.type).map((name) =>
    textOf(name).replace(/^(?:https?:\/\/schema\.org\/|schema:)/, ''),
  );
}

function listed(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return value === undefined || value === null ? [] : [value];
}

export function jobPostingOffers(posting: JsonObject): Offer[] {
  const addresses = listed(posting.jobLocation).map(addressOf);
  const only = addresses.length === 1 ? addresses[0]! : null;
  const shared: Offer = {
    title: textOf(posting.title) || textOf(posting.name),
    employer: nameOf(posting.hiringOrganization),
    place: joinedPlaces([...addresses.map(placeOf), ...(addresses.length === 0 ? remotePlaces(posting) : [])]),
    city: only?.city ?? '',
    region: only?.region ?? '',
    country: only?.country ?? '',
    date: textOf(posting.datePosted).slice(0, 10),
    occupation: /\b\d\d-\d{4}\b/.exec(listed(posting.occupationalCategory).map(nameOf).join(' '))?.[0] ?? '',
    employment: listed(posting.employmentType).map(textOf).join(', '),
    skills: listed(posting.skills).map(nameOf).filter(Boolean).join('; '),
    description: htmlText(textOf(posting.description)),
  };
  const pays = listed(posting.baseSalary).flatMap((salary) => payOf(salary, posting) ?? []);
  return (pays.length > 0 ? pays : [{}]).map((pay) => filledOffer({ ...shared, ...pay }));
}

/** A text, or the name of a thing. */
function nameOf(value: unknown): string {
  const [first] = listed(value);
  return isObject(first) ? textOf(first.name) || textOf(first.legalName) || textOf(first['@value']) : textOf(first);
}

interface Address {
  readonly city: string;
  readonly region: string;
  readonly country: string;
  /** Where the address is one text. */
  readonly whole: string;
}

function addressOf(place: unknown): Address {
  const outer = isObject(place) && 'address' in place ? place.address : place;
  const [address] = listed(outer);
  if (!isObject(address)) return { city: '', region: '', country: '', whole: textOf(address) };
  const { addressLocality, addressRegion, addressCountry } = address;
  const whole = [addressLocality, addressRegion, addressCountry].some((part) => nameOf(part) !== '')
    ? ''
    : textOf(address.name) || nameOf(place);
  return { city: nameOf(addressLocality), region: nameOf(addressRegion), country: nameOf(addressCountry), whole };
}

function placeOf({ city, region, country, whole }: Address): string {
  return whole || [city, region, country].filter(Boolean).join(', ');
}

/** Where applicants of a job without a place may live. */
function remotePlaces(posting: JsonObject): string[] {
  return listed(posting.applicantLocationRequirements).map(nameOf);
}

const UNITS: Readonly<Record<string, string>> = {
  HOUR: 'hour',
  HOURLY: 'hour',
  HUR: 'hour',
  DAY: 'day',
  DAILY: 'day',
  WEEK: 'week',
  WEEKLY: 'week',
  WEE: 'week',
  MONTH: 'month',
  MONTHLY: 'month',
  MON: 'month',
  YEAR: 'year',
  YEARLY: 'year',
  ANNUAL: 'year',
  ANNUALLY: 'year',
  ANN: 'year',
};

/** A MonetaryAmount, its QuantitativeValue or a bare number; zero stands for "not said" on many pages. */
function payOf(salary: unknown, posting: JsonObject): Offer | null {
  const amount = isObject(salary) ? salary : { value: salary };
  const value = isObject(amount.value) ? amount.value : amount;
  const low = amountOf(value.minValue) || amountOf(value.value);
  const high = amountOf(value.maxValue) || amountOf(value.value);
  if (low === '' && high === '') return null;
  const unit = textOf(value.unitText) || textOf(value.unitCode) || textOf(amount.unitText);
  const currency = textOf(amount.currency) || textOf(value.currency) || textOf(posting.salaryCurrency);
  const known = UNITS[unit.toUpperCase()] ?? unit;
  return isPlain(low) && isPlain(high)
    ? { payLow: low || high, payHigh: high || low, currency, unit: known }
    : { pay: [low, high].filter(Boolean).join(' - '), currency, unit: known };
}

function amountOf(value: unknown): string {
  const text = textOf(value);
  return Number(text) === 0 ? '' : text;
}

function isPlain(text: string): boolean {
  return text === '' || /^\d+(?:\.\d+)?$/.test(text);
}
