/** Year-on-year growth of advertised pay within title and region, by country and US sector. */
import type { Connector } from '../../connector.js';
import { newestMonthEnd } from '../../newest.js';
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
  async read({ raw }) {
    const { countries, sectors } = await parseWageGrowth(raw);
    const reading = normalizeWageGrowth(countries, sectors);
    return { ...reading, newest: newestMonthEnd((reading.tables.series ?? []).map((row) => row.month)) };
  },
};
