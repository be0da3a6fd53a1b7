/** Purchasing power parities by country. */
import type { CountriesFile } from '../../../text/index.js';
import type { Connector } from '../../connector.js';
import { DOWNLOADS } from './fetch.js';
import { normalizeParities } from './normalize.js';
import { parseParities } from './parse.js';

/** @param file the reviewed list of countries, which tells countries from groups of countries */
export function worldBankPpp({ countries }: CountriesFile): Connector {
  const codes = new Set(countries.map(({ code }) => code));
  return {
    id: 'world-bank-ppp',
    name: 'Purchasing power parities (PA.NUS.PPP)',
    publisher: 'World Bank, International Comparison Program',
    address: 'https://data.worldbank.org/indicator/PA.NUS.PPP',
    licence: 'CC BY 4.0',
    attribution: 'Source: World Bank, International Comparison Program, PA.NUS.PPP. Used under CC BY 4.0.',
    modifications:
      'Groups of countries, years before 2006, redenominated currencies and years of doubling prices were left out; rounded to six digits.',
    vintage: '2006 to 2024',
    ships: true,
    cadence: 'yearly, with revisions',
    downloads: DOWNLOADS,
    obtain:
      "Save the answer of the World Bank's service for PA.NUS.PPP (all countries, JSON, one page) as PA.NUS.PPP.json in the folder 'fx-ppp'.",
    async read({ raw }) {
      return normalizeParities(await parseParities(raw), codes);
    },
  };
}
