/** Answers of Ashby's public job boards: api.ashbyhq.com/posting-api/job-board/<board>?includeCompensation=true */
import { htmlText } from './html-text.js';
import {
  employerInAddress,
  filledOffer,
  type JsonObject,
  joinedPlaces,
  type Offer,
  objectAt,
  objectsAt,
  textOf,
} from './offer.js';

/** Whether an object is a job of an Ashby board. */
export function isAshbyJob(job: JsonObject): boolean {
  return 'title' in job && 'jobUrl' in job && ('isListed' in job || 'compensation' in job || 'publishedAt' in job);
}

/**
 * The offers of a job: one for each tier that states pay, since boards keep a tier for each place or level; one
 * without pay where none does. A job that the board does not list gives none.
 */
export function ashbyOffers(job: JsonObject): Offer[] {
  if (job.isListed === false) return [];
  const address = objectAt(objectAt(job, 'address'), 'postalAddress');
  const others = objectsAt(job, 'secondaryLocations').map((place) => textOf(place.location));
  const shared: Offer = {
    title: textOf(job.title),
    employer: employerInAddress(textOf(job.jobUrl)),
    place: joinedPlaces([textOf(job.location), ...others]),
    city: textOf(address.addressLocality),
    region: textOf(address.addressRegion),
    country: textOf(address.addressCountry),
    date: textOf(job.publishedAt).slice(0, 10),
    employment: textOf(job.employmentType),
    description: textOf(job.descriptionPlain) || htmlText(textOf(job.descriptionHtml)),
  };
  const tiers = objectsAt(objectAt(job, 'compensation'), 'compensationTiers');
  const pays = tiers.flatMap((tier) => payOf(objectsAt(tier, 'components')) ?? []);
  const stated = pays.length > 0 ? pays : [payOf(objectsAt(objectAt(job, 'compensation'), 'summaryComponents')) ?? {}];
  return stated.map((pay) => filledOffer({ ...shared, ...pay }));
}

/** `1 YEAR` and its like; a payment made once is no rate. */
const UNITS: Readonly<Record<string, string>> = {
  '1 YEAR': 'year',
  '1 MONTH': 'month',
  '1 WEEK': 'week',
  '1 DAY': 'day',
  '1 HOUR': 'hour',
};

/** Some boards put earnings on target under `Salary` and say so only in the label. */
const NOT_BASE = /on[ -]?target|\bOTE\b|total/i;

function payOf(components: readonly JsonObject[]): Offer | null {
  const salary = components.find(({ compensationType }) => compensationType === 'Salary');
  if (salary === undefined) return null;
  const low = textOf(salary.minValue);
  const high = textOf(salary.maxValue);
  const unit = UNITS[textOf(salary.interval)];
  const label = textOf(salary.summary);
  if (NOT_BASE.test(label)) return { pay: label };
  if (unit === undefined || low + high === '') return null;
  return { payLow: low, payHigh: high, currency: textOf(salary.currencyCode), unit };
}
