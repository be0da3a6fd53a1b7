/** Annual earnings by occupation of all countries, in euros. */
import type { Download } from '../../connector.js';

export const DOWNLOADS: readonly Download[] = [
  {
    address:
      'https://ec.europa.eu/eurostat/api/dissemination/statistics/1.0/data/earn_ses22_28?format=JSON&lang=EN&sex=T&age=TOTAL&sizeclas=GE10&unit=EUR&indic_se=ERN',
    path: 'eurostat-ses/earn_ses22_28.json',
    type: 'json',
    maxBytes: 50_000_000,
  },
];
