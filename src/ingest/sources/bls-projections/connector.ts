/** US employment projections over ten years. */
import type { Connector } from '../../connector.js';
import { DOWNLOADS } from './fetch.js';
import { normalizeProjections } from './normalize.js';
import { parseProjections } from './parse.js';

export const blsProjections: Connector = {
  id: 'bls-projections',
  name: 'Employment Projections',
  publisher: 'US Bureau of Labor Statistics',
  address: 'https://www.bls.gov/emp/tables.htm',
  licence: 'Public domain (work of the US federal government); citation asked for',
  attribution: 'Source: US Bureau of Labor Statistics, Employment Projections.',
  modifications: 'Thousands became jobs; titles and median wages were left out.',
  vintage: '2024 to 2034',
  ships: true,
  cadence: 'yearly, at the end of August',
  downloads: DOWNLOADS,
  obtain: 'Download occupation.xlsx from https://www.bls.gov/emp/tables.htm into bls-employment-projections.',
  async read({ raw }) {
    const projections = await parseProjections(raw);
    const { baseYear, targetYear } = projections;
    return {
      ...normalizeProjections(projections),
      newest: `${baseYear}-12-31`,
      vintage: `${baseYear} to ${targetYear}`,
    };
  },
};
