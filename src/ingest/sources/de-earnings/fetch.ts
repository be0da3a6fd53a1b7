/** The publisher gives its tables to registered users alone (see `obtain` of the connector). */
import type { Download } from '../../connector.js';

export const DOWNLOADS: readonly Download[] = [];
