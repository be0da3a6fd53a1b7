/** Bands that technology firms state on their career boards, July and August 2026. */
import type { Connector } from '../../connector.js';
import { newestDay } from '../../newest.js';
import { normalizePostings } from './normalize.js';
import { parsePostings } from './parse.js';

export const techSalaryRadar: Connector = {
  id: 'tech-salary-radar',
  name: 'tech-salary-radar',
  publisher: 'Midat Faizov',
  address: 'https://github.com/midat-fx/tech-salary-radar',
  licence: 'MIT',
  attribution: 'tech-salary-radar, copyright Midat Faizov, MIT License.',
  modifications:
    'Only title, employer, place, band and first day of sight were kept; equal adverts were joined and counted; titles were normalised.',
  vintage: 'first seen 18 July to 8 August 2026',
  async read({ raw, readers }) {
    const postings = await parsePostings(raw);
    return { ...normalizePostings(postings, readers), newest: newestDay(postings.map(({ firstSeen }) => firstSeen)) };
  },
};
