/** The indicator for India, as the publisher's service gives it. */
import type { Download } from '../../connector.js';

export const DOWNLOADS: readonly Download[] = [
  {
    address:
      'https://rplumber.ilo.org/data/indicator/?id=EAR_EMTA_SEX_OCU_NB_A&ref_area=IND&lang=en&type=code&format=.csv',
    path: 'in-ilostat-earnings/EAR_EMTA_SEX_OCU_NB_A_IND.csv',
    type: 'text',
    maxBytes: 20_000_000,
  },
];
