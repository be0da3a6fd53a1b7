/** Where the shares come from. */
import type { Download } from '../../connector.js';
import { AI_TABLE } from './parse.js';

export const DOWNLOADS: readonly Download[] = [
  {
    address: 'https://raw.githubusercontent.com/hiring-lab/ai-tracker/HEAD/AI_posting.csv',
    path: AI_TABLE,
    type: 'text',
    maxBytes: 4_000_000,
  },
];
