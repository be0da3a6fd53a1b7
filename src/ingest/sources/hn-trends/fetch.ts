/** Where the counts come from. */
import type { Download } from '../../connector.js';
import { FOLDER } from './parse.js';

export const DOWNLOADS: readonly Download[] = [
  { file: 'keyword_share.csv', maxBytes: 600_000 },
  { file: 'volume.csv', maxBytes: 50_000 },
].map(({ file, maxBytes }) => ({
  address: `https://raw.githubusercontent.com/controlarm/hn-hiring-analysis/HEAD/data/${file}`,
  path: `${FOLDER}/${file}`,
  type: 'text',
  maxBytes,
}));
