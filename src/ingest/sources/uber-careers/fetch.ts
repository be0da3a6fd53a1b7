/** Where the postings come from: one commit of a public collection; the site itself offers no file to programs. */
import type { Download } from '../../connector.js';
import { COLLECTION } from './parse.js';

export const DOWNLOADS: readonly Download[] = [
  {
    address:
      'https://raw.githubusercontent.com/stapply-ai/ats-scrapers/7202096c4e08d4b132837bb22206a09fb0149ba2/uber/uber.json',
    path: COLLECTION,
    type: 'json',
    maxBytes: 10_000_000,
    sha256: '2d404bbfaea6f06dad8d668b98bc0410cf88c012b7ca551a53178dd94c5a24ee',
  },
];
