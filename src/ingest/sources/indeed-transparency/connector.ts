/** Share of postings that state pay, by country and sector. */
import type { Connector } from '../../connector.js';
import { DOWNLOADS } from './fetch.js';
import { normalizeTransparency } from './normalize.js';
import { parseTransparency } from './parse.js';

export const indeedTransparency: Connector = {
  id: 'indeed-transparency',
  name: 'Indeed Pay Transparency',
  publisher: 'Indeed Hiring Lab',
  address: 'https://github.com/hiring-lab/pay-transparency',
  licence: 'CC BY 4.0',
  attribution: 'Source: Indeed Hiring Lab, pay transparency in job postings. Used under CC BY 4.0.',
  modifications: 'Percentages became fractions; three-month averages were left out.',
  vintage: 'January 2020 to February 2026',
  ships: true,
  cadence: 'monthly',
  downloads: DOWNLOADS,
  obtain:
    'Download the two files pay-transparency-*.csv from https://github.com/hiring-lab/pay-transparency into indeed-hiring-lab/pay-transparency.',
  async read({ raw }) {
    const { countries, sectors } = await parseTransparency(raw);
    return normalizeTransparency(countries, sectors);
  },
};
