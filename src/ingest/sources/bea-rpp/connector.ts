/** US price levels of consumption by state and metropolitan area. */
import type { Connector } from '../../connector.js';
import { DOWNLOADS } from './fetch.js';
import { normalizePriceLevels } from './normalize.js';
import { parsePriceLevels } from './parse.js';

export const beaRpp: Connector = {
  id: 'bea-rpp',
  name: 'Regional Price Parities',
  publisher: 'US Bureau of Economic Analysis',
  address: 'https://apps.bea.gov/regional/downloadzip.cfm',
  licence: 'Public domain (work of the US federal government)',
  attribution: 'Source: US Bureau of Economic Analysis, Regional Price Parities.',
  modifications: 'Price levels only, without real income, spending and deflators; areas got the codes of our places.',
  vintage: 'states 2008 to 2023, metropolitan areas 2023',
  ships: true,
  cadence: 'yearly, in December',
  downloads: DOWNLOADS,
  obtain:
    'Download SARPP.zip and MARPP.zip from https://apps.bea.gov/regional/zip/ and put SARPP_STATE_2008_*.csv into regional-prices as SARPP_STATE_2008_2023.csv and MARPP_MSA_2008_*.csv as MARPP_MSA_2008_2023.csv.',
  after: ['oflc-areas'],
  async read({ raw, gathered }) {
    const metros = gathered('places').filter(({ kind }) => kind === 'metro');
    const known = new Set(metros.map(({ place }) => place));
    return normalizePriceLevels(await parsePriceLevels(raw), known);
  },
};
