/** The offers of a posting, one a tier: their place, title and band, or why a tier is none. */
import { parsePay } from '../../../text/index.js';
import { requiredCode } from '../../fields.js';
import type { PlaceFacts, Readers, TitleFacts } from '../../readers.js';
import type { PayUnit } from '../../stated-pay.js';
import type { Salary, Tier } from './parse.js';
import type { JobPlaces } from './places.js';

/** Currencies in which jobs anywhere are offered. */
const WIDELY_OFFERED: ReadonlySet<string> = new Set(['USD', 'EUR']);

const INTERVALS = {
  '1 YEAR': 'year',
  '1 MONTH': 'month',
  '1 WEEK': 'week',
  '1 DAY': 'day',
  '1 HOUR': 'hour',
  '1 TIME': null,
  NONE: null,
} as const satisfies Record<string, PayUnit | null>;

const NOT_REGULAR = /\bintern(?:ship)?\b|\b1099\b|\bpart[\s-]?time\b|\bcontractors?\b/i;
/** What a tier is not for: the places it names are excluded. */
const ELSEWHERE = /\bnon[\s-]?u\.?s\b|\boutside\b|\ball other\b|\bexcluding\b|\bexcept\b/i;
/** A note that is nothing but the name of on-target earnings is about the amounts. */
const ON_TARGET_NOTE = /^\W*(?:ote\b|on[\s-]target earnings)(?:\W+ote\b)?[^\d]*$/i;
const ON_TARGET_TITLE = /\bote\b|\bon[\s-]target\b/i;
const WITH_BONUS = /\bincludes? (?:a )?base(?: salary| pay)? (?:plus|and|\+) (?:bonus|commission|equity)/i;
/** Levels by number are each employer's own. */
const NUMBERED_LEVEL = /\b(?:level|ic|l|p)[\s-]?\d/i;
const BARE_STAFF = /(?:^|[:,-])\s*staff\s*$/i;
/** A summary shows amounts rounded to hundreds. */
const ROUNDING = 0.006;

export interface TierOffer {
  readonly title: TitleFacts;
  readonly place: PlaceFacts;
  readonly band: Salary & { readonly unit: PayUnit };
}

export interface TierContext {
  /** The posting's title. */
  readonly title: TitleFacts;
  readonly places: JobPlaces;
  readonly readers: Readers;
  /** Currency of a country, undefined where it is not known. */
  currencyOf(country: string): string | undefined;
}

/** The offer of a tier with a salary, or the reason why it is not one. */
export function tierOffer(tier: Tier & { readonly salary: Salary }, context: TierContext): TierOffer | string {
  const { salary } = tier;
  const unit =
    INTERVALS[requiredCode(salary.interval, 'interval', Object.keys(INTERVALS) as (keyof typeof INTERVALS)[])];
  if (unit === null) return 'paid once';
  if (tier.title !== null && NOT_REGULAR.test(tier.title)) return 'not regular full-time work';
  if (!isBasePay(tier)) return 'on-target or total earnings, not base pay';
  const place = tierPlace(tier, context);
  if (typeof place === 'string') return place;
  if (!fits(salary.currency, place.country, context)) return 'currency of another country';
  return { title: tierTitle(tier.title, context), place, band: { ...salary, unit } };
}

/** Whether the amounts are base pay: neither label nor note says that they are on-target or total earnings. */
function isBasePay({ title, summary, note, salary }: Tier & { readonly salary: Salary }): boolean {
  if (title !== null && ON_TARGET_TITLE.test(title)) return false;
  if (WITH_BONUS.test(summary) || (note !== null && ON_TARGET_NOTE.test(note))) return false;
  const stated = parsePay(summary).ranges.find(({ low, high }) => near(low, salary.low) && near(high, salary.high));
  return stated?.kind !== 'on-target' && stated?.kind !== 'total';
}

function near(shown: number | null, stated: number): boolean {
  return shown !== null && Math.abs(shown - stated) <= ROUNDING * stated;
}

/**
 * The place of a tier: the one its title names, else the posting's, else the only country of its currency. A country
 * that is not the posting's is believed where the currency is its own: `AE` is an account executive too.
 */
function tierPlace({ title, salary }: Tier & { readonly salary: Salary }, context: TierContext): PlaceFacts | string {
  const { places, readers, currencyOf } = context;
  if (title !== null && ELSEWHERE.test(title)) return 'tier of no place of the posting';
  const named = title === null ? null : readers.readPlace(title);
  if (named !== null && places.states.has(named.country)) return withinPosting(named, places);
  if (named !== null && currencyOf(named.country) === salary.currency) return 'tier of no place of the posting';
  if (places.regions.size === 1 && !places.open) return { country: places.country, region: places.region };
  const countries = [...places.regions.keys()].filter((country) => currencyOf(country) === salary.currency);
  if (countries.length !== 1) return 'no country or several countries named';
  return { country: countries[0]!, region: places.regions.get(countries[0]!)! };
}

function withinPosting(named: PlaceFacts, { regions, states }: JobPlaces): PlaceFacts | string {
  const { country, region } = named;
  if (region === null) return { country, region: regions.get(country)! };
  const advertised = states.get(country)!;
  return advertised.has(region) || advertised.has(null) ? named : 'tier of no place of the posting';
}

/** Whether pay in the currency can be for a job in the country. */
function fits(currency: string, country: string, { currencyOf }: TierContext): boolean {
  if (currencyOf(country) === currency) return true;
  return country !== 'US' && WIDELY_OFFERED.has(currency);
}

/** A tier that is named by a title is for that title; one named by a level, for the posting's title at that level. */
function tierTitle(name: string | null, { title, readers }: TierContext): TitleFacts {
  if (name === null) return title;
  const read = readers.readTitle(name);
  if (read.role !== null) return read;
  if (NUMBERED_LEVEL.test(name)) return title;
  const level = read.level ?? (BARE_STAFF.test(name) ? 'staff' : null);
  return level === null ? title : { ...title, level };
}
