/** The workbook's address carries the month of its edition: it is named by hand (see `obtain` of the connector). */
import type { Download } from '../../connector.js';

export const DOWNLOADS: readonly Download[] = [];
