/** Earnings in Australia by occupation: weekly and hourly medians, monthly means, medians of tax returns. */
import type { Connector } from '../../connector.js';
import { DOWNLOADS } from './fetch.js';
import { normalizeAustralianEarnings } from './normalize.js';
import { parseAustralianEarnings } from './parse.js';

export const auEarnings: Connector = {
  id: 'au-earnings',
  name: 'Occupation profiles, Employee Earnings and Hours, Taxation statistics',
  publisher: 'Jobs and Skills Australia, Australian Bureau of Statistics, Australian Taxation Office',
  address: 'https://www.jobsandskills.gov.au/data/occupation-and-industry-profiles',
  licence: 'CC BY 4.0; the figures of the Australian Taxation Office CC BY 2.5 AU',
  attribution:
    'Source: Jobs and Skills Australia, Occupation profiles, February 2026 (CC BY 4.0); Australian Bureau of Statistics, Employee Earnings and Hours, May 2025 (CC BY 4.0); Australian Taxation Office, Taxation statistics 2023-24 (CC BY 2.5 AU).',
  modifications:
    'Both sexes together alone; classes without a figure were left out; of three incomes of tax returns, wages alone.',
  vintage: 'May 2025; tax year 2023-24',
  ships: true,
  cadence: 'the profiles on ANZSCO will not be updated again; the survey every two years, tax statistics yearly',
  downloads: DOWNLOADS,
  obtain:
    "Download the Excel file of the occupation profiles (its name begins with 'Occupation profiles data') and put it, under its own name, into the folder 'au-earnings'.",
  async read({ raw }) {
    return normalizeAustralianEarnings(await parseAustralianEarnings(raw));
  },
};
