/** Exchange rates against the US dollar, monthly averages. */
import type { Connector } from '../../connector.js';
import { newestMonthEnd } from '../../newest.js';
import { monthSpan } from '../../vintage.js';
import { DOWNLOADS } from './fetch.js';
import { normalizeRates } from './normalize.js';
import { parseRates } from './parse.js';

export const fedH10: Connector = {
  id: 'fed-h10',
  name: 'Foreign Exchange Rates (H.10)',
  publisher: 'Board of Governors of the Federal Reserve System',
  address: 'https://www.federalreserve.gov/releases/h10/',
  licence: 'Public domain (work of the US federal government); packaging ODC-PDDL',
  attribution: null,
  modifications: 'Months before 2017 and Venezuela were left out; countries became currency codes.',
  vintage: 'January 2017 to June 2026',
  ships: true,
  cadence: 'monthly',
  downloads: DOWNLOADS,
  obtain:
    'Download monthly.csv from https://github.com/datasets/exchange-rates/tree/main/data into fx-ppp as exchange_rates_monthly.csv.',
  async read({ raw }) {
    const reading = normalizeRates(await parseRates(raw));
    const months = (reading.tables.exchangeRates ?? []).map((row) => row.month);
    return { ...reading, newest: newestMonthEnd(months), vintage: monthSpan(months) };
  },
};
