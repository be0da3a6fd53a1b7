/** Where the wages come from: the table for all industries in the archive of a wage year. */
import type { Download } from '../../connector.js';
import { OFFICIAL_TABLE } from './parse.js';

export const DOWNLOADS: readonly Download[] = [
  {
    address: 'https://flag.dol.gov/sites/default/files/wages/OFLC_Wages_2025-26.zip',
    path: OFFICIAL_TABLE,
    type: 'text',
    maxBytes: 60_000_000,
    member: /(^|\/)ALC_Export\.csv$/,
  },
];
