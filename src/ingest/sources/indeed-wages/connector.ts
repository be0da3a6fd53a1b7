/** Year-on-year growth of advertised pay within title and region, by country and US sector. */
import type { Connector } from '../../connector.js';
import { newestMonthEnd } from '../../newest.js';
import { monthSpan } from '../../vintage.js';
import { DOWNLOADS } from './fetch.js';
import { normalizeWageGrowth } from './normalize.js';
import { parseWageGrowth } from './parse.js';

export const indeedWages: Connector = {
  id: 'indeed-wages',
  name: 'Indeed Wage Tracker',
  publisher: 'Indeed Hiring Lab',
  address: 'https://github.com/hiring-lab/indeed-wage-tracker',
  licence: 'CC BY 4.0',
  attribution: 'Source: Indeed Hiring Lab, Indeed Wage Tracker. Used under CC BY 4.0.',
  modifications: 'Three-month averages were left out; months became dates.',
  vintage: 'January 2019 to April 2026',
  ships: true,
  cadence: 'monthly',
  downloads: DOWNLOADS,
  obtain:
    'Download the two files posted-wage-growth-by-*.csv from https://github.com/hiring-lab/indeed-wage-tracker into indeed-hiring-lab/indeed-wage-tracker.',
  async read({ raw }) {
    const { countries, sectors } = await parseWageGrowth(raw);
    const reading = normalizeWageGrowth(countries, sectors);
    const months = (reading.tables.series ?? []).map((row) => row.month);
    return { ...reading, newest: newestMonthEnd(months), vintage: monthSpan(months) };
  },
};
