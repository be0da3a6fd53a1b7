/** The crosswalk to ISCO-08 is a workbook of the publisher whose copy here has other columns (see the README). */
import type { Download } from '../../connector.js';

export const DOWNLOADS: readonly Download[] = [];
