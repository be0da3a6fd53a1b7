/** Where the postings come from: the public answer of each board. */
import type { Download } from '../../connector.js';
import { boardPath } from './parse.js';

/** Largest answer believed: the largest boards known give about 15 MB. */
const MOST_BYTES = 40_000_000;

/** One download a board, in the order of the names, which are written as in addresses (`Iodine%20Software`). */
export function boardDownloads(boards: readonly string[]): Download[] {
  return boards.map((board) => ({
    address: `https://api.ashbyhq.com/posting-api/job-board/${board}?includeCompensation=true`,
    path: boardPath(board),
    type: 'json',
    maxBytes: MOST_BYTES,
    comesAndGoes: true,
  }));
}
