/** Where the employment projections come from: one workbook, always the newest edition. */
import type { Download } from '../../connector.js';

export const DOWNLOADS: readonly Download[] = [
  {
    address: 'https://www.bls.gov/emp/ind-occ-matrix/occupation.xlsx',
    path: 'bls-employment-projections/occupation.xlsx',
    type: 'xlsx',
    maxBytes: 4_000_000,
  },
];
