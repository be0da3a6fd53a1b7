/** Words named in the monthly "Who is hiring?" threads of Hacker News. */
import type { Connector } from '../../connector.js';
import { newestMonthEnd } from '../../newest.js';
import { monthSpan } from '../../vintage.js';
import { DOWNLOADS } from './fetch.js';
import { normalizeThreads } from './normalize.js';
import { parseThreads } from './parse.js';

export const hnTrends: Connector = {
  id: 'hn-trends',
  name: 'Hacker News "Who is hiring?", words by month',
  publisher: 'controlarm',
  address: 'https://github.com/controlarm/hn-hiring-analysis',
  licence: 'None stated (counts; no text of postings)',
  attribution: 'Counts of "Ask HN: Who is hiring?" by controlarm, from the public Hacker News search.',
  modifications: 'Percentages became fractions; the comparison with threads of job seekers was left out.',
  vintage: 'April 2011 to July 2026',
  ships: false,
  cadence: 'monthly',
  downloads: DOWNLOADS,
  obtain:
    'Download data/keyword_share.csv and data/volume.csv from https://github.com/controlarm/hn-hiring-analysis into hn-who-is-hiring-trends.',
  async read({ raw }) {
    const reading = normalizeThreads(await parseThreads(raw));
    const months = (reading.tables.series ?? []).map((row) => row.month);
    return { ...reading, newest: newestMonthEnd(months), vintage: monthSpan(months) };
  },
};
