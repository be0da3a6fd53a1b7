/** Where the figures come from: the bureau's series as the statistical service of the St. Louis Fed gives them. */
import type { Download } from '../../connector.js';
import { SERVICE_SERIES, servicePath } from './parse.js';

export const DOWNLOADS: readonly Download[] = SERVICE_SERIES.map(({ id }) => ({
  address: `https://fred.stlouisfed.org/graph/fredgraph.csv?id=${id}`,
  path: servicePath(id),
  type: 'text',
  maxBytes: 100_000,
}));
