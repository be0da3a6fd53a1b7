/**
 * Where the filings come from: one workbook a quarter, some 70 MB each. Later quarters lie at addresses without a
 * pattern: they are downloaded by hand.
 */
import type { Download } from '../../connector.js';

const QUARTERS = ['FY2025_Q1', 'FY2025_Q2', 'FY2025_Q3', 'FY2025_Q4'];

export const DOWNLOADS: readonly Download[] = QUARTERS.map((quarter) => ({
  address: `https://www.dol.gov/sites/dolgov/files/ETA/oflc/pdfs/LCA_Disclosure_Data_${quarter}.xlsx`,
  path: `h1b-lca-fy2024-one-quarter/LCA_Disclosure_Data_${quarter}.xlsx`,
  type: 'xlsx',
  maxBytes: 400_000_000,
}));
