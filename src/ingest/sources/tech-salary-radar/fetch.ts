/** The publisher adds one file a day and no list of them: nothing a program could name in advance. */
import type { Download } from '../../connector.js';

export const DOWNLOADS: readonly Download[] = [];
