/** Advertised pay ranges for AI, machine-learning and data jobs, from 2020 on. */

import { formatMonth } from '../../../core/format.js';
import type { Connector } from '../../connector.js';
import { newestDay } from '../../newest.js';
import { DOWNLOADS } from './fetch.js';
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
  ships: true,
  cadence: 'weekly until August 2025; nothing since',
  downloads: DOWNLOADS,
  obtain:
    'Clone https://github.com/foorilla/ai-jobs-net-salaries and put salaries.csv and the list of its weekly row counts, snapshots.csv (the README of this source says how to make it), into ai-jobs-salaries.',
  async read({ raw, readers }) {
    const { rows, snapshots } = await parseSalaries(raw);
    const reading = normalizeSalaries(rows, snapshots, readers);
    const newest = newestDay(snapshots.map(({ date }) => date));
    const first = rows.reduce((year, { workYear }) => Math.min(year, workYear), Number.POSITIVE_INFINITY);
    return { ...reading, newest, vintage: `${first} to ${formatMonth(newest)}` };
  },
};
