/** Postings indexes by country, sector and region, as means of months. */
import type { Connector } from '../../connector.js';
import { DOWNLOADS } from './fetch.js';
import { normalizeTracker, type TableMeans, tableMeans } from './normalize.js';
import { readTracker } from './parse.js';

export const indeedPostings: Connector = {
  id: 'indeed-postings',
  name: 'Indeed Job Postings Index',
  publisher: 'Indeed Hiring Lab',
  address: 'https://github.com/hiring-lab/job_postings_tracker',
  licence: 'CC BY 4.0',
  attribution: 'Source: Indeed Hiring Lab, Job Postings Tracker. Used under CC BY 4.0.',
  modifications:
    'Daily figures became means of months, seasonally adjusted series only; tables of older editions carry their end in the name of each series.',
  vintage: 'February 2020 to August 2026; some sectors and metropolitan areas end earlier',
  ships: true,
  cadence: 'weekly',
  downloads: DOWNLOADS,
  obtain:
    'Download the CSV files of https://github.com/hiring-lab/job_postings_tracker into indeed-hiring-lab/job-postings, one folder a country.',
  async read({ raw }) {
    const tables: TableMeans[] = [];
    for await (const table of readTracker(raw)) tables.push(tableMeans(table));
    return normalizeTracker(tables);
  },
};
