/** Postings of Uber's career site. */
import { requiredDay } from '../../fields.js';
import { jsonList, jsonObject, jsonText, jsonTextOrNull } from '../../json-values.js';
import type { RawReader } from '../../raw-reader.js';

/** The collection as its publisher keeps it, and compressed. */
export const COLLECTION = 'uber-careers-2025-12/uber.json';

export interface CareerPosting {
  readonly title: string;
  /** `San Francisco, California, United States`; the first is the posting's own. */
  readonly locations: readonly string[];
  /** `Full-Time`, `Intern` ...; null where the site says nothing. */
  readonly employmentType: string | null;
  /** Day on which the site made it. */
  readonly created: string;
  /** The description in Markdown; read for pay, skills and credentials, never kept. */
  readonly text: string;
}

export interface CareerSite {
  /** Day on which all postings were open. */
  readonly collected: string;
  readonly postings: readonly CareerPosting[];
}

/** @throws {SourceError} SOURCE_MISSING | SOURCE_UNREADABLE | SOURCE_VALUE */
export async function parseCareerSite(raw: RawReader): Promise<CareerSite> {
  const site = jsonObject(await raw.json(await raw.firstOf(COLLECTION, `${COLLECTION}.gz`)), 'The collection');
  return {
    collected: requiredDay(jsonText(site.last_scraped, 'last_scraped'), 'last_scraped'),
    postings: jsonList(site.jobs, 'jobs').map(careerPosting),
  };
}

function careerPosting(value: unknown): CareerPosting {
  const job = jsonObject(value, 'A job');
  return {
    title: jsonText(job.title, 'title'),
    locations: jsonList(job.locations, 'locations').map((location) => jsonText(location, 'locations')),
    employmentType: jsonTextOrNull(job.time_type, 'time_type'),
    created: requiredDay(jsonText(job.creation_date, 'creation_date'), 'creation_date'),
    text: jsonTextOrNull(job.description, 'description') ?? '',
  };
}
