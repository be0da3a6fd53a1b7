/**
 * Nothing to fetch: the file can be dated only by the row counts of all its earlier versions, which are in the history
 * of the publisher's repository.
 */
import type { Download } from '../../connector.js';

export const DOWNLOADS: readonly Download[] = [];
