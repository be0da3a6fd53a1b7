/** US occupational pay and employment, national, from May 2017 on. */
import type { Connector } from '../../connector.js';
import { refuseNewTopCode } from '../../new-top-code.js';
import { DOWNLOADS } from './fetch.js';
import { normalizeOews } from './normalize.js';
import { parseVintages } from './parse.js';
import { FIRST_YEAR, LAST_KNOWN_YEAR } from './years.js';

export const oewsNational: Connector = {
  id: 'oews-national',
  name: 'Occupational Employment and Wage Statistics, national',
  publisher: 'US Bureau of Labor Statistics',
  address: 'https://www.bls.gov/oes/tables.htm',
  licence: 'Public domain (work of the US federal government); citation asked for',
  attribution: 'Source: US Bureau of Labor Statistics, Occupational Employment and Wage Statistics.',
  modifications:
    'Minor and broad groups, hourly figures and industry columns were left out; marks became nulls and caps.',
  vintage: `May ${FIRST_YEAR} to May ${LAST_KNOWN_YEAR}`,
  ships: true,
  cadence: 'yearly, in spring',
  downloads: DOWNLOADS,
  obtain:
    'Download the national tables of every year from May 2017 on from https://www.bls.gov/oes/tables.htm and put national_M*_dl.xlsx into bls-oews-national/xlsx.',
  async read({ raw }) {
    const records = await parseVintages(raw);
    const reading = normalizeOews(records);
    refuseNewTopCode(reading.tables.official ?? [], 'OEWS');
    const last = Math.max(...records.map(({ year }) => year));
    return { ...reading, newest: `${last}-05-31`, vintage: `May ${FIRST_YEAR} to May ${last}` };
  },
};
