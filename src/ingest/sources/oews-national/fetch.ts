/** Where the national tables come from: one archive a year, with one workbook in it. */
import type { Download } from '../../connector.js';

/** Vintages on offer when this was written. */
const YEARS = [2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025];

export const DOWNLOADS: readonly Download[] = YEARS.map((year) => ({
  address: `https://www.bls.gov/oes/special-requests/oesm${year % 100}nat.zip`,
  path: `bls-oews-national/xlsx/national_M${year}_dl.xlsx`,
  type: 'xlsx',
  maxBytes: 1_200_000,
  member: new RegExp(`(^|/)national_M${year}_dl\\.xlsx$`),
}));
