/** Pay ranges of US federal announcements that a search for data roles found. */
import type { Connector } from '../../connector.js';
import { DOWNLOADS } from './fetch.js';
import { normalizeAnnouncements } from './normalize.js';
import { parseAnnouncements } from './parse.js';

export const usajobs: Connector = {
  id: 'usajobs',
  name: 'USAJOBS announcements',
  publisher: 'US Office of Personnel Management',
  address: 'https://developer.usajobs.gov',
  licence: 'Public domain (work of the US federal government)',
  attribution: null,
  modifications:
    'Only title, state, day and pay range were kept; exact repeats were dropped, equal announcements joined and counted; titles were normalised.',
  vintage: 'posted 29 September 2025 to 13 June 2026',
  ships: true,
  cadence: 'daily; the copy read here is one file of June 2026',
  downloads: DOWNLOADS,
  obtain:
    'Download job_skills.csv of commit cec596032732abc64fc6f34e17d7556a0e192c7e from https://github.com/HaTranUSF/Job-Market-Analysis into usajobs-data-roles-2026.',
  after: ['oflc-areas'],
  async read({ raw, readers }) {
    return normalizeAnnouncements(await parseAnnouncements(raw), readers);
  },
};
