/** Earnings by occupation in further countries. */
import type { Connector } from '../../connector.js';
import { DOWNLOADS } from './fetch.js';
import { normalizeWorldEarnings } from './normalize.js';
import { parseWorldEarnings } from './parse.js';

export const worldEarnings: Connector = {
  id: 'world-earnings',
  name: 'Earnings by occupation in 28 countries',
  publisher:
    'Eurostat; Statistical Office of the Republic of Slovenia; Swiss Federal Statistical Office; Stats NZ; Statistics Denmark; Statistics Norway; Statistics Sweden; Statistics Finland; Statistics Netherlands',
  address: 'https://ec.europa.eu/eurostat/databrowser/view/earn_ses22_21',
  licence:
    'CC BY 4.0 (Eurostat, Slovenia, New Zealand, Denmark, Norway, Finland, Netherlands); CC0 (Sweden); open use, source required (Switzerland)',
  attribution:
    'Sources: Eurostat (earn_ses); Statistical Office of the Republic of Slovenia (0711335S); Swiss Federal Statistical Office, Earnings Structure Survey (px-x-0304010000_205); Stats NZ (INC_INC_004); Statistics Denmark (LONS20); Statistics Norway (11418); Statistics Sweden (AM0110); Statistics Finland (15au); Statistics Netherlands (85517NED).',
  modifications:
    'Both sexes together alone; editions that repeat one figure for all classes were left out; standard errors of Sweden were computed from its 95% margins.',
  vintage: '2009 to 2025, by country',
  ships: true,
  cadence: 'yearly, every two years in Switzerland, every four years in the Structure of Earnings Survey',
  downloads: DOWNLOADS,
  obtain:
    "The offices answer questions put to their services, one table each: the files of the folder 'world-earnings-by-occupation' are put together from them by hand.",
  async read({ raw }) {
    return normalizeWorldEarnings(await parseWorldEarnings(raw));
  },
};
