/** US consumer prices, all urban consumers, all items, not seasonally adjusted, 1982-84 = 100. */

import { formatMonth } from '../../../core/format.js';
import type { Connector } from '../../connector.js';
import { newestMonthEnd } from '../../newest.js';
import { absentMonths } from '../../vintage.js';
import { DOWNLOADS } from './fetch.js';
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
  ships: true,
  cadence: 'monthly',
  downloads: DOWNLOADS,
  obtain:
    'Download cpiai.csv from https://github.com/datasets/cpi-us/tree/main/data into prices-wages-index as cpi_u_us_monthly.csv.',
  async read({ raw }) {
    const reading = normalizePrices(await parsePrices(raw));
    const months = (reading.tables.series ?? []).map((row) => row.month);
    return { ...reading, newest: newestMonthEnd(months), vintage: vintageOf(months) };
  },
};

/** The last month, and those that were never collected. */
export function vintageOf(months: readonly string[]): string {
  const absent = absentMonths(months).map(formatMonth);
  const last = `to ${formatMonth(newestMonthEnd(months))}`;
  return absent.length === 0 ? last : `${last}, without ${absent.join(', ')}`;
}
