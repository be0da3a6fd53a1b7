/** Exchange rates against the US dollar, monthly averages. */
import type { Connector } from '../../connector.js';
import { newestMonthEnd } from '../../newest.js';
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
  async read({ raw }) {
    const reading = normalizeRates(await parseRates(raw));
    return { ...reading, newest: newestMonthEnd((reading.tables.exchangeRates ?? []).map((row) => row.month)) };
  },
};
