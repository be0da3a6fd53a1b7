/** US occupational pay and employment by state, from May 2024 on. */
import type { Connector } from '../../connector.js';
import { refuseNewTopCode } from '../../new-top-code.js';
import { DOWNLOADS } from './fetch.js';
import { normalizeStates } from './normalize.js';
import { parseStates } from './parse.js';

export const oewsState: Connector = {
  id: 'oews-state',
  name: 'Occupational Employment and Wage Statistics, states',
  publisher: 'US Bureau of Labor Statistics',
  address: 'https://www.bls.gov/oes/tables.htm',
  licence: 'Public domain (work of the US federal government); citation asked for',
  attribution: 'Source: US Bureau of Labor Statistics, Occupational Employment and Wage Statistics.',
  modifications: 'Hourly figures and jobs per thousand were left out; empty upper percentiles of May 2024 became caps.',
  vintage: 'May 2024 and May 2025',
  ships: true,
  cadence: 'yearly, in spring',
  downloads: DOWNLOADS,
  obtain:
    'Download the state tables from May 2024 on from https://www.bls.gov/oes/tables.htm and put state_M*_dl.xlsx into bls-oews-state.',
  async read({ raw }) {
    const records = await parseStates(raw);
    const reading = normalizeStates(records);
    refuseNewTopCode(reading.tables.official ?? [], 'OEWS by state');
    const years = [...new Set(records.map(({ year }) => year))].sort();
    const ends = years.length === 1 ? years : [years[0], years.at(-1)];
    const vintage = ends.map((year) => `May ${year}`).join(years.length > 2 ? ' to ' : ' and ');
    return { ...reading, newest: `${years.at(-1)}-05-31`, vintage };
  },
};
