/** The 2018 Standard Occupational Classification with its titles, crosswalks and job zones. */
import type { Connector } from '../../connector.js';
import { DOWNLOADS } from './fetch.js';
import { normalizeSoc } from './normalize.js';
import { parseSoc } from './parse.js';

export const soc: Connector = {
  id: 'soc',
  name: 'Standard Occupational Classification 2018 and crosswalks',
  publisher: 'US Bureau of Labor Statistics and O*NET Center',
  address: 'https://www.bls.gov/soc/2018/',
  licence: 'Public domain (work of the US federal government); the O*NET crosswalk and job zones CC BY 4.0',
  attribution:
    'Source: US Bureau of Labor Statistics, SOC 2018. Job zones and O*NET-SOC crosswalk: O*NET by the U.S. Department of Labor, Employment and Training Administration (USDOL/ETA), used under the CC BY 4.0 license.',
  modifications:
    'Codes that OEWS publishes only together were joined; definitions were left out; weights of split codes were computed from OEWS jobs of May 2018 and May 2021.',
  vintage: 'November 2017, job zones May 2026',
  ships: true,
  cadence: 'about every ten years; job zones with each O*NET release',
  downloads: DOWNLOADS,
  obtain:
    'Download the definitions and the 2010 crosswalk from https://www.bls.gov/soc/2018/ into soc-taxonomy and isco-crosswalks, the O*NET-SOC crosswalk from https://www.onetcenter.org/taxonomy.html into soc-taxonomy, and Job Zones.txt of O*NET 30.3 into onet-30.3.',
  after: ['oews-national'],
  async read({ raw, readers, gathered }) {
    return { ...normalizeSoc(await parseSoc(raw), { readers, official: gathered('official') }), newest: '2026-05-31' };
  },
};
