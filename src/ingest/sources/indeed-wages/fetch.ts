/** Where the wage tracker comes from. */
import type { Download } from '../../connector.js';

export const DOWNLOADS: readonly Download[] = [
  { file: 'posted-wage-growth-by-country.csv', maxBytes: 200_000 },
  { file: 'posted-wage-growth-by-sector.csv', maxBytes: 500_000 },
].map(({ file, maxBytes }) => ({
  address: `https://raw.githubusercontent.com/hiring-lab/indeed-wage-tracker/HEAD/${file}`,
  path: `indeed-hiring-lab/indeed-wage-tracker/${file}`,
  type: 'text',
  maxBytes,
}));
