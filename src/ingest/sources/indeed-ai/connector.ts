/** Share of all postings of a country that name artificial intelligence. */
import type { Connector } from '../../connector.js';
import { DOWNLOADS } from './fetch.js';
import { normalizeAiShares } from './normalize.js';
import { parseAiShares } from './parse.js';

export const indeedAi: Connector = {
  id: 'indeed-ai',
  name: 'Indeed AI Tracker',
  publisher: 'Indeed Hiring Lab',
  address: 'https://github.com/hiring-lab/ai-tracker',
  licence: 'CC BY 4.0',
  attribution: 'Source: Indeed Hiring Lab, AI Tracker. Used under CC BY 4.0.',
  modifications: 'Daily percentages became fractions and means of months.',
  vintage: 'January 2019 to June 2026',
  ships: true,
  cadence: 'monthly',
  downloads: DOWNLOADS,
  obtain: 'Download AI_posting.csv from https://github.com/hiring-lab/ai-tracker into indeed-hiring-lab/ai-tracker.',
  async read({ raw }) {
    return normalizeAiShares(await parseAiShares(raw));
  },
};
