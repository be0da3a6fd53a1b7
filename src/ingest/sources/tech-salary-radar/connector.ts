/** Bands that technology firms state on their career boards and skills labelled in them, from July 2026 on. */
import type { Connector } from '../../connector.js';
import { newestDay } from '../../newest.js';
import type { KnownLabel } from '../../reviewed.js';
import { daySpan } from '../../vintage.js';
import { DOWNLOADS } from './fetch.js';
import { normalizePostings } from './normalize.js';
import { parsePostings } from './parse.js';
import { parseLabels, parseLastSeen } from './skills.js';

/** @param known the publisher's skill labels as our list knows them */
export const techSalaryRadar = (known: ReadonlyMap<string, KnownLabel>): Connector => ({
  id: 'tech-salary-radar',
  name: 'tech-salary-radar',
  publisher: 'Midat Faizov',
  address: 'https://github.com/midat-fx/tech-salary-radar',
  licence: 'MIT',
  attribution: 'tech-salary-radar, copyright Midat Faizov, MIT License.',
  modifications:
    'Only title, employer, place, band, skill labels and days of sight were kept; labels got the names of our list; equal adverts were joined and counted; titles were normalised.',
  vintage: 'first seen 18 July to 8 August 2026',
  ships: true,
  cadence: 'daily',
  downloads: DOWNLOADS,
  obtain:
    'Clone https://github.com/midat-fx/tech-salary-radar and copy the folders jobs, skills and snapshots below data into tech-salary-radar-2026.',
  after: ['oflc-areas'],
  async read({ raw, readers }) {
    const postings = await parsePostings(raw);
    const context = { labels: await parseLabels(raw), lastSeen: await parseLastSeen(raw), known, readers };
    const days = postings.map(({ firstSeen }) => firstSeen);
    const newest = newestDay(days);
    return { ...normalizePostings(postings, context), newest, vintage: `first seen ${daySpan(days)}` };
  },
});
