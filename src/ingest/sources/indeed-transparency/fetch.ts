/** Where the shares come from. */
import type { Download } from '../../connector.js';
import { FILES, trackerPath } from './parse.js';

export const DOWNLOADS: readonly Download[] = FILES.map((file) => ({
  address: `https://raw.githubusercontent.com/hiring-lab/pay-transparency/HEAD/${file}`,
  path: trackerPath(file),
  type: 'text',
  maxBytes: 3_000_000,
}));
