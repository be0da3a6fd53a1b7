/** US occupational pay and employment by state, May 2024 and May 2025. */
import type { Connector } from '../../connector.js';
import { normalizeStates } from './normalize.js';
import { parseStates, STATE_YEARS } from './parse.js';

export const oewsState: Connector = {
  id: 'oews-state',
  name: 'Occupational Employment and Wage Statistics, states',
  publisher: 'US Bureau of Labor Statistics',
  address: 'https://www.bls.gov/oes/tables.htm',
  licence: 'Public domain (work of the US federal government); citation asked for',
  attribution: 'Source: US Bureau of Labor Statistics, Occupational Employment and Wage Statistics.',
  modifications: 'Hourly figures and jobs per thousand were left out; empty upper percentiles of May 2024 became caps.',
  vintage: 'May 2024 and May 2025',
  async read({ raw }) {
    return { ...normalizeStates(await parseStates(raw)), newest: `${Math.max(...STATE_YEARS)}-05-31` };
  },
};
