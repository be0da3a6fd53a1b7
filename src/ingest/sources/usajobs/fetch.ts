/** Where the announcements come from: one commit of a public copy. The office's own interface asks for a key. */
import type { Download } from '../../connector.js';
import { COLLECTION } from './parse.js';

export const DOWNLOADS: readonly Download[] = [
  {
    address:
      'https://raw.githubusercontent.com/HaTranUSF/Job-Market-Analysis/cec596032732abc64fc6f34e17d7556a0e192c7e/job_skills.csv',
    path: COLLECTION,
    type: 'text',
    maxBytes: 3_000_000,
    sha256: '5be0f6e4a7b1bb3880106fdf6ea5916d413b74be01e6770675aa5e8c98eb244a',
  },
];
