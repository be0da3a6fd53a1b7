/** US consumer prices, all urban consumers, all items, not seasonally adjusted, 1982-84 = 100. */
import type { Connector } from '../../connector.js';
import { newestMonthEnd } from '../../newest.js';
import { normalizePrices } from './normalize.js';
import { parsePrices } from './parse.js';

export const cpi: Connector = {
  id: 'cpi',
  name: 'Consumer Price Index, all urban consumers, all items',
  publisher: 'US Bureau of Labor Statistics',
  address: 'https://www.bls.gov/cpi/',
  licence: 'Public domain (work of the US federal government); packaging ODC-PDDL',
  attribution: 'Source: US Bureau of Labor Statistics, Consumer Price Index.',
  modifications: 'Months before 2000 and the monthly rates were left out.',
  vintage: 'to May 2026, without October 2025',
  async read({ raw }) {
    const reading = normalizePrices(await parsePrices(raw));
    return { ...reading, newest: newestMonthEnd((reading.tables.series ?? []).map((row) => row.month)) };
  },
};
