/** Advertised data jobs with their pay and skills, 2023 and late 2024. */
import type { Connector } from '../../connector.js';
import { newestDay } from '../../newest.js';
import { monthSpan } from '../../vintage.js';
import { DOWNLOADS } from './fetch.js';
import { normalizePostings } from './normalize.js';
import { parsePostings } from './parse.js';
import { SkillLabels, type SkillLists } from './skill-labels.js';

/** @param lists reviewed skills and credentials */
export const datanerd = (lists: SkillLists): Connector => ({
  id: 'datanerd',
  name: 'Data Nerd postings for data jobs',
  publisher: 'Luke Barousse (datanerd.tech)',
  address: 'https://datanerd.tech',
  licence: "Apache-2.0 by the publisher's word, not verified; the files themselves carry no licence",
  attribution: 'Data Nerd job postings, Luke Barousse, https://datanerd.tech.',
  modifications:
    'Sites that fill in estimates of their own were left out; countries were read from the place of the job; equal adverts were joined and counted; labels of skills became ids.',
  vintage: 'January 2023 to December 2024',
  ships: false,
  cadence: 'two collections: 2023, and September to December 2024',
  downloads: DOWNLOADS,
  obtain:
    'Download data_jobs_salary_all.xlsx from https://github.com/lukebarousse/Excel_Data_Analytics_Course and job_postings_*-2024.xlsx from https://github.com/lukebarousse/PowerBI_Data_Analytics_Course into datanerd-data-jobs.',
  after: ['oflc-areas'],
  async read({ raw, readers }) {
    const records = await parsePostings(raw);
    const labels = new SkillLabels(lists, readers);
    const days = records.map(({ job_posted_date }) => job_posted_date?.slice(0, 10) ?? '').filter((day) => day !== '');
    const reading = normalizePostings(records, { readers, labels });
    return { ...reading, newest: newestDay(days), vintage: monthSpan(days) };
  },
});
