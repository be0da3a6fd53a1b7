/** Which job board an object comes from, and the offers in it. */
import { ashbyOffers, isAshbyJob } from './ashby.js';
import { greenhouseOffers, isGreenhouseJob } from './greenhouse.js';
import { findJobPostings, jobPostingOffers } from './job-posting.js';
import { isLeverPosting, leverOffers } from './lever.js';
import { isObject, type Offer } from './offer.js';

export interface ReadPostings {
  readonly format: 'Ashby' | 'Greenhouse' | 'Lever' | 'schema.org';
  readonly offers: readonly Offer[];
}

/** The offers of one object of a file, or null when it is no posting of a known format. */
export function readPostings(value: unknown): ReadPostings | null {
  if (!isObject(value)) return null;
  if (isAshbyJob(value)) return { format: 'Ashby', offers: ashbyOffers(value) };
  if (isGreenhouseJob(value)) return { format: 'Greenhouse', offers: greenhouseOffers(value) };
  if (isLeverPosting(value)) return { format: 'Lever', offers: leverOffers(value) };
  const linked = '@type' in value || '@graph' in value || '@context' in value;
  const postings = linked ? findJobPostings(value) : [];
  if (postings.length === 0) return null;
  return { format: 'schema.org', offers: postings.flatMap(jobPostingOffers) };
}
