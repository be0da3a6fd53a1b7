/** Where the exchange rates come from: the board's monthly averages as DataHub packs them. */
import type { Download } from '../../connector.js';

export const DOWNLOADS: readonly Download[] = [
  {
    address: 'https://raw.githubusercontent.com/datasets/exchange-rates/HEAD/data/monthly.csv',
    path: 'fx-ppp/exchange_rates_monthly.csv',
    type: 'text',
    maxBytes: 2_000_000,
  },
];
