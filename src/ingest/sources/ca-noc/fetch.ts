/** The publisher's lists are found by hand (see `obtain` of the connector): the French one has no lasting address. */
import type { Download } from '../../connector.js';

export const DOWNLOADS: readonly Download[] = [];
