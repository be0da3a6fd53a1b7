/** US employment projections 2024 to 2034. */
import type { Connector } from '../../connector.js';
import { BASE_YEAR, normalizeProjections, TARGET_YEAR } from './normalize.js';
import { parseProjections } from './parse.js';

export const blsProjections: Connector = {
  id: 'bls-projections',
  name: 'Employment Projections',
  publisher: 'US Bureau of Labor Statistics',
  address: 'https://www.bls.gov/emp/tables.htm',
  licence: 'Public domain (work of the US federal government); citation asked for',
  attribution: 'Source: US Bureau of Labor Statistics, Employment Projections.',
  modifications: 'Thousands became jobs; titles and median wages were left out.',
  vintage: `${BASE_YEAR} to ${TARGET_YEAR}`,
  async read({ raw }) {
    return { ...normalizeProjections(await parseProjections(raw)), newest: `${BASE_YEAR}-12-31` };
  },
};
