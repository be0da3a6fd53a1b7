/** Where the index comes from: the bureau's series as the statistical service of the St. Louis Fed gives it. */
import type { Download } from '../../connector.js';
import { INDEX_COLUMN, INDEX_PATH } from './parse.js';

export const DOWNLOADS: readonly Download[] = [
  {
    address: `https://fred.stlouisfed.org/graph/fredgraph.csv?id=${INDEX_COLUMN}`,
    path: INDEX_PATH,
    type: 'text',
    maxBytes: 10_000,
  },
];
