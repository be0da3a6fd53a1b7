/** Where the price levels come from: one archive for states, one for metropolitan areas. */
import type { Download } from '../../connector.js';
import { METRO_TABLE, STATE_TABLE } from './parse.js';

export const DOWNLOADS: readonly Download[] = [
  {
    address: 'https://apps.bea.gov/regional/zip/SARPP.zip',
    path: STATE_TABLE,
    type: 'text',
    maxBytes: 2_000_000,
    member: /(^|\/)SARPP_STATE_2008_\d{4}\.csv$/,
  },
  {
    address: 'https://apps.bea.gov/regional/zip/MARPP.zip',
    path: METRO_TABLE,
    type: 'text',
    maxBytes: 10_000_000,
    member: /(^|\/)MARPP_MSA_2008_\d{4}\.csv$/,
  },
];
