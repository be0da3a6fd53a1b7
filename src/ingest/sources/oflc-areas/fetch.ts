/** Where the areas come from: one file of the archive of a wage year. */
import type { Download } from '../../connector.js';

export const DOWNLOADS: readonly Download[] = [
  {
    address: 'https://flag.dol.gov/sites/default/files/wages/OFLC_Wages_2025-26.zip',
    path: 'dol-oflc-prevailing-wage-2025-26/Geography.csv',
    type: 'text',
    maxBytes: 1_000_000,
    member: /(^|\/)Geography\.csv$/,
  },
];
