/** US occupational pay and employment, national, May 2017 to May 2025. */
import type { Connector } from '../../connector.js';
import { normalizeOews } from './normalize.js';
import { FIRST_YEAR, LAST_YEAR, type OewsRecord, parseVintage } from './parse.js';

export const oewsNational: Connector = {
  id: 'oews-national',
  name: 'Occupational Employment and Wage Statistics, national',
  publisher: 'US Bureau of Labor Statistics',
  address: 'https://www.bls.gov/oes/tables.htm',
  licence: 'Public domain (work of the US federal government); citation asked for',
  attribution: 'Source: US Bureau of Labor Statistics, Occupational Employment and Wage Statistics.',
  modifications:
    'Minor and broad groups, hourly figures and industry columns were left out; marks became nulls and caps.',
  vintage: `May ${FIRST_YEAR} to May ${LAST_YEAR}`,
  async read({ raw }) {
    const records: OewsRecord[] = [];
    for (let year = FIRST_YEAR; year <= LAST_YEAR; year++) records.push(...(await parseVintage(raw, year)));
    return { ...normalizeOews(records), newest: `${LAST_YEAR}-05-31` };
  },
};
