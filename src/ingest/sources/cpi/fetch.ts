/** Where the consumer prices come from: the bureau's series as DataHub packs it, month by month. */
import type { Download } from '../../connector.js';

export const DOWNLOADS: readonly Download[] = [
  {
    address: 'https://raw.githubusercontent.com/datasets/cpi-us/HEAD/data/cpiai.csv',
    path: 'prices-wages-index/cpi_u_us_monthly.csv',
    type: 'text',
    maxBytes: 150_000,
  },
];
