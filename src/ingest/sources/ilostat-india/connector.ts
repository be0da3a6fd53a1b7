/** Mean monthly earnings in India by major group of occupations. */
import type { Connector } from '../../connector.js';
import { DOWNLOADS } from './fetch.js';
import { normalizeIndicator } from './normalize.js';
import { parseIndicator } from './parse.js';

export const ilostatIndia: Connector = {
  id: 'ilostat-india',
  name: 'Average monthly earnings of employees by sex and occupation, India',
  publisher: 'International Labour Organization, ILOSTAT',
  address: 'https://ilostat.ilo.org/data/',
  licence: 'CC BY 4.0',
  attribution:
    'Source: International Labour Organization, ILOSTAT, EAR_EMTA_SEX_OCU_NB_A (India). Used under CC BY 4.0.',
  modifications: 'Major groups of both sexes together alone, rounded to the rupee; unreliable figures were left out.',
  vintage: '2010 to 2024',
  ships: true,
  cadence: 'yearly',
  downloads: DOWNLOADS,
  obtain:
    "Download indicator EAR_EMTA_SEX_OCU_NB_A for India as CSV with codes and put it into the folder 'in-ilostat-earnings' as EAR_EMTA_SEX_OCU_NB_A_IND.csv.",
  async read({ raw }) {
    return normalizeIndicator(await parseIndicator(raw));
  },
};
