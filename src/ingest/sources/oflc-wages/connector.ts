/** US prevailing wages by metropolitan area and occupation. */
import type { Connector } from '../../connector.js';
import { DOWNLOADS } from './fetch.js';
import { normalizeWages } from './normalize.js';
import { parseWages } from './parse.js';

const BEGINS = 2025;

export const oflcWages: Connector = {
  id: 'oflc-wages',
  name: 'Prevailing wages of the labour certification programs',
  publisher:
    'US Department of Labor, Office of Foreign Labor Certification, computed by the US Bureau of Labor Statistics',
  address: 'https://flag.dol.gov/wage-data/wage-data-downloads',
  licence: 'Public domain (work of the US federal government)',
  attribution: null,
  modifications:
    'Metropolitan areas only; amounts are dollars a year, rounded; levels 2 and 3 were left out, as they lie evenly between levels 1 and 4; how many other areas share a cell was counted.',
  vintage: 'July 2025 to June 2026, from the survey of May 2024',
  ships: true,
  cadence: 'yearly, in July',
  downloads: DOWNLOADS,
  obtain:
    'Download the archive of a wage year from https://flag.dol.gov/wage-data/wage-data-downloads and put ALC_Export.csv into dol-oflc-prevailing-wage-2025-26.',
  after: ['oflc-areas'],
  async read({ raw, gathered }) {
    const areas = gathered('places').filter(({ kind, country }) => kind === 'metro' && country === 'US');
    const metros = new Set(areas.map(({ place }) => place.slice('US-'.length)));
    return { ...normalizeWages(await parseWages(raw), { begins: BEGINS, metros }), newest: `${BEGINS + 1}-06-30` };
  },
};
