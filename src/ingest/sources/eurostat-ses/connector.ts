/** Annual earnings in European countries by major group of occupations. */
import type { Connector } from '../../connector.js';
import { DOWNLOADS } from './fetch.js';
import { normalizeAnnualEarnings } from './normalize.js';
import { parseAnnualEarnings } from './parse.js';

export const eurostatSes: Connector = {
  id: 'eurostat-ses',
  name: 'Structure of Earnings Survey 2022, annual earnings by occupation (earn_ses22_28)',
  publisher: 'Eurostat',
  address: 'https://doi.org/10.2908/EARN_SES22_28',
  licence: 'CC BY 4.0 (Commission Decision 2011/833/EU)',
  attribution: 'Source: Eurostat, earn_ses22_28. Used under CC BY 4.0.',
  modifications:
    'Gross earnings in euros by major group alone; the part of bonuses and groups of major groups were left out.',
  vintage: '2022',
  ships: true,
  cadence: 'every four years',
  downloads: DOWNLOADS,
  obtain:
    "Save the data set earn_ses22_28 as JSON-stat under the name earn_ses22_28.json in the folder 'eurostat-ses'.",
  async read({ raw }) {
    return normalizeAnnualEarnings(await parseAnnualEarnings(raw));
  },
};
