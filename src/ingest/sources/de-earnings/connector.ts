/** Earnings in Germany by occupation and requirement level. */
import type { Connector } from '../../connector.js';
import { DOWNLOADS } from './fetch.js';
import { normalizeGermanEarnings } from './normalize.js';
import { parseGermanEarnings } from './parse.js';

export const deEarnings: Connector = {
  id: 'de-earnings',
  name: 'Earnings by occupation (62361-0030)',
  publisher: 'Statistisches Bundesamt (Destatis)',
  address: 'https://www-genesis.destatis.de/datenbank/online/table/62361-0030',
  licence: 'Datenlizenz Deutschland - Namensnennung - Version 2.0 (dl-de/by-2-0)',
  attribution:
    'Source: Statistisches Bundesamt (Destatis), 2025, tables 62361-0030 and 62361-0034; Datenlizenz Deutschland - Namensnennung - Version 2.0, https://www.govdata.de/dl-de/by-2-0.',
  modifications: 'Both sexes together alone; classes without a figure were left out.',
  vintage: 'April 2025',
  ships: true,
  cadence: 'yearly',
  downloads: DOWNLOADS,
  obtain:
    "Tables of GENESIS-Online are given to registered users: save 62361-0030 as destatis_62361-0030_2025_kldb2010.csv with the columns year, kldb2010, digits, title_en, sex (total, men, women), mean_eur_month and median_eur_month in the folder 'de-earnings'.",
  async read({ raw }) {
    return normalizeGermanEarnings(await parseGermanEarnings(raw));
  },
};
