/** US wages and salaries of workers in private industry, as an index of what the same mix of jobs costs. */
import type { Connector } from '../../connector.js';
import { DOWNLOADS } from './fetch.js';
import { normalizeIndex } from './normalize.js';
import { parseIndex } from './parse.js';

export const eci: Connector = {
  id: 'eci',
  name: 'Employment Cost Index, wages and salaries, private industry',
  publisher: 'US Bureau of Labor Statistics',
  address: 'https://www.bls.gov/eci/',
  licence: 'Public domain (work of the US federal government); citation asked for',
  attribution: 'Source: US Bureau of Labor Statistics, Employment Cost Index.',
  modifications: 'Quarters without a figure were left out; nothing else was changed.',
  vintage: 'first quarter of 2013 to third quarter of 2022',
  ships: true,
  cadence: 'quarterly',
  downloads: DOWNLOADS,
  obtain:
    'Download ECIWAG as CSV from https://fred.stlouisfed.org/series/ECIWAG into prices-wages-index as ECIWAG.csv.',
  async read({ raw }) {
    return normalizeIndex(await parseIndex(raw));
  },
};
