/** Where the state tables come from: one archive a year, with one workbook in it. */
import type { Download } from '../../connector.js';

/** Vintages on offer when this was written that the market keeps. */
const YEARS = [2024, 2025];

export const DOWNLOADS: readonly Download[] = YEARS.map((year) => ({
  address: `https://www.bls.gov/oes/special-requests/oesm${year % 100}st.zip`,
  path: `bls-oews-state/state_M${year}_dl.xlsx`,
  type: 'xlsx',
  maxBytes: 30_000_000,
  member: new RegExp(`(^|/)state_M${year}_dl\\.xlsx$`),
}));
