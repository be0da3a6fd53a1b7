/** Pay ranges by city, skills and credentials of one employer's postings. */
import type { Connector } from '../../connector.js';
import { DollarRates } from '../../dollar-rates.js';
import { DOWNLOADS } from './fetch.js';
import { normalizeCareerSite } from './normalize.js';
import { parseCareerSite } from './parse.js';

export const uberCareers: Connector = {
  id: 'uber-careers',
  name: 'Uber career site',
  publisher: 'Uber, on its career site; collected by stapply-ai',
  address: 'https://github.com/stapply-ai/ats-scrapers',
  licence: 'MIT (the collection); the wording of postings belongs to the employer and is not held here',
  attribution: 'ats-scrapers, copyright stapply-ai, MIT License.',
  modifications:
    'Only title, place, day and pay ranges were kept, the ranges read from the text, and which skills and credentials our lists find in it; the text itself and links were left out; equal adverts were joined and counted.',
  vintage: 'open on 24 December 2025',
  ships: true,
  cadence: 'the site changes daily; the collection is one snapshot',
  downloads: DOWNLOADS,
  obtain:
    'Download uber/uber.json of commit 7202096c4e08d4b132837bb22206a09fb0149ba2 from https://github.com/stapply-ai/ats-scrapers into uber-careers-2025-12.',
  after: ['oflc-areas', 'fed-h10'],
  async read({ raw, readers, gathered }) {
    const rates = new DollarRates(gathered('exchangeRates'));
    return normalizeCareerSite(await parseCareerSite(raw), { readers, rates });
  },
};
