/** Where the exposure ratings come from. */
import type { Download } from '../../connector.js';

export const DOWNLOADS: readonly Download[] = [
  {
    address: 'https://raw.githubusercontent.com/openai/GPTs-are-GPTs/HEAD/data/occ_level.csv',
    path: 'ai-exposure/gpts-are-gpts/occ_level.csv',
    type: 'text',
    maxBytes: 500_000,
  },
];
