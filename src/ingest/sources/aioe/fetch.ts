/** Where the exposure scores come from: the authors' workbooks. */
import type { Download } from '../../connector.js';
import { LANGUAGE_WORKBOOK, WORKBOOK } from './parse.js';

const REPOSITORY = 'https://raw.githubusercontent.com/AIOE-Data/AIOE/HEAD';

export const DOWNLOADS: readonly Download[] = [WORKBOOK, LANGUAGE_WORKBOOK].map((path) => ({
  address: `${REPOSITORY}/${encodeURIComponent(path.split('/').at(-1)!)}`,
  path,
  type: 'xlsx',
  maxBytes: 1_000_000,
}));
