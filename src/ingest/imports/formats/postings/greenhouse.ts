/** Answers of Greenhouse's public job boards: boards-api.greenhouse.io/v1/boards/<board>/jobs?content=true */
import { htmlText } from './html-text.js';
import { employerInAddress, filledOffer, type JsonObject, type Offer, objectAt, objectsAt, textOf } from './offer.js';

/** Whether an object is a job of a Greenhouse board. */
export function isGreenhouseJob(job: JsonObject): boolean {
  return 'title' in job && 'absolute_url' in job && ('internal_job_id' in job || 'updated_at' in job);
}

/**
 * The offers of a job: one for each range of `pay_input_ranges`, where the board publishes them; else one whose pay is
 * left to be read from its text.
 */
export function greenhouseOffers(job: JsonObject): Offer[] {
  const content = htmlText(textOf(job.content));
  const shared: Offer = {
    title: textOf(job.title),
    employer: textOf(job.company_name) || employerInAddress(textOf(job.absolute_url)),
    place: textOf(objectAt(job, 'location').name),
    date: (textOf(job.first_published) || textOf(job.updated_at)).slice(0, 10),
    description: content,
  };
  const ranges = objectsAt(job, 'pay_input_ranges').flatMap((range) => payOf(range) ?? []);
  return (ranges.length > 0 ? ranges : [{}]).map((pay) => filledOffer({ ...shared, ...pay }));
}

/** Amounts are hundredths; the unit, where there is one, stands in the range's title or remark. */
function payOf(range: JsonObject): Offer | null {
  const low = range.min_cents;
  const high = range.max_cents;
  if (typeof low !== 'number' || typeof high !== 'number') return null;
  const words = `${textOf(range.title)} ${htmlText(textOf(range.blurb))}`;
  const unit = /\bhour/i.test(words) ? 'hour' : /\bmonthly|per month\b/i.test(words) ? 'month' : '';
  return { payLow: String(low / 100), payHigh: String(high / 100), currency: textOf(range.currency_type), unit };
}
