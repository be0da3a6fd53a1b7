/** Nineteen offices, most of which answer questions put to a service: nothing here is one file (see the README). */
import type { Download } from '../../connector.js';

export const DOWNLOADS: readonly Download[] = [];
