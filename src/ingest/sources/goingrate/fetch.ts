/** Nothing to fetch: the catalogue is a reviewed list of this product. */
import type { Download } from '../../connector.js';

export const DOWNLOADS: readonly Download[] = [];
