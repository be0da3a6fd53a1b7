/** The wages of the Job Bank, all occupations and regions of one edition. */
import type { Download } from '../../connector.js';

export const DOWNLOADS: readonly Download[] = [
  {
    address:
      'https://open.canada.ca/data/dataset/adad580f-76b0-4502-bd05-20c125de9116/resource/9da94d63-b178-4a64-aeb3-b6a3bd721ad2/download/2a71-das-wage2025opendata-esdc-all-19nov2025-vf.csv',
    path: 'ca-wages/2a71-das-wage2025opendata-esdc-all-19nov2025-vf.csv',
    type: 'text',
    maxBytes: 100_000_000,
    redirects: ['opencanada.blob.core.windows.net'],
  },
];
