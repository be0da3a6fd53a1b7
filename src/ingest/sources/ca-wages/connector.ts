/** Hourly wages in Canada by five-digit occupation and economic region. */
import type { Connector } from '../../connector.js';
import { DOWNLOADS } from './fetch.js';
import { normalizeWages } from './normalize.js';
import { parseWages } from './parse.js';

export const caWages: Connector = {
  id: 'ca-wages',
  name: 'Job Bank wages by occupation and region',
  publisher: 'Employment and Social Development Canada',
  address: 'https://open.canada.ca/data/dataset/adad580f-76b0-4502-bd05-20c125de9116',
  licence: 'Open Government Licence - Canada 2.0',
  attribution:
    'Contains information licensed under the Open Government Licence - Canada: Employment and Social Development Canada, Job Bank, Wages.',
  modifications:
    'Low and high wages stand as 10th and 90th percentile; regions that repeat their province are marked; figures of 2016 and 2020 were left out.',
  vintage: 'editions of 2024, 2025',
  ships: true,
  cadence: 'yearly in November or December',
  downloads: DOWNLOADS,
  obtain:
    "Download the wages of a year as CSV from the data set and put the file, under its own name, into the folder 'ca-wages'.",
  async read({ raw }) {
    return normalizeWages(await parseWages(raw));
  },
};
