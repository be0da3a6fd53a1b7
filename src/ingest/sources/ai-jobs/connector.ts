/** Advertised pay ranges for AI, machine-learning and data jobs, 2020 to August 2025. */
import type { Connector } from '../../connector.js';
import { newestDay } from '../../newest.js';
import { normalizeSalaries } from './normalize.js';
import { parseSalaries } from './parse.js';

export const aiJobs: Connector = {
  id: 'ai-jobs',
  name: 'aijobs.net salary index',
  publisher: 'foorilla (aijobs.net)',
  address: 'https://github.com/foorilla/ai-jobs-net-salaries',
  licence: 'CC0 1.0',
  attribution: null,
  modifications:
    'Pairs of rows were joined to ranges, repeats within a month were joined and counted, titles were normalised, columns on persons and firms were left out.',
  vintage: '2020 to August 2025',
  async read({ raw, readers }) {
    const { rows, snapshots } = await parseSalaries(raw);
    const reading = normalizeSalaries(rows, snapshots, readers);
    return { ...reading, newest: newestDay(snapshots.map(({ date }) => date)) };
  },
};
