/** US job openings, hires, quits and separations. */
import type { Connector } from '../../connector.js';
import { DOWNLOADS } from './fetch.js';
import { normalizeJolts } from './normalize.js';
import { parseJolts } from './parse.js';

export const jolts: Connector = {
  id: 'jolts',
  name: 'Job Openings and Labor Turnover Survey',
  publisher: 'US Bureau of Labor Statistics',
  address: 'https://www.bls.gov/jlt/',
  licence: 'Public domain (work of the US federal government)',
  attribution: 'Source: US Bureau of Labor Statistics, Job Openings and Labor Turnover Survey.',
  modifications: 'Footnotes were left out; nothing else was changed.',
  vintage: 'December 2000 to May 2026',
  ships: true,
  cadence: 'monthly',
  downloads: DOWNLOADS,
  obtain:
    'Download each series as CSV from https://fred.stlouisfed.org, JTSJOL for one, into prices-wages-index under its id: JTSJOL.csv.',
  async read({ raw }) {
    return normalizeJolts(await parseJolts(raw));
  },
};
