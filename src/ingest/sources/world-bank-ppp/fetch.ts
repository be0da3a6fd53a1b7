/** The indicator for all countries and years. */
import type { Download } from '../../connector.js';

export const DOWNLOADS: readonly Download[] = [
  {
    address: 'https://api.worldbank.org/v2/country/all/indicator/PA.NUS.PPP?format=json&per_page=20000',
    path: 'fx-ppp/PA.NUS.PPP.json',
    type: 'json',
    maxBytes: 20_000_000,
  },
];
