/** Where the postings tracker comes from. */
import type { Download } from '../../connector.js';
import { tablePath } from './parse.js';
import { SOFTWARE_SERIES, TRACKER_TABLES } from './tables.js';

const REPOSITORY = 'https://raw.githubusercontent.com/hiring-lab/job_postings_tracker/HEAD';

/** The US metropolitan table is no longer brought out: an edition of March 2022 is the last. */
const ENDED = 'US/metro_job_postings_us.csv';
const LAST_EDITION = 'https://raw.githubusercontent.com/hiring-lab/job_postings_tracker/406e2b8b4517';

export const DOWNLOADS: readonly Download[] = [
  ...TRACKER_TABLES.map(
    ({ file, maxBytes }): Download => ({
      address: `${file === ENDED ? LAST_EDITION : REPOSITORY}/${file}`,
      path: tablePath(file),
      type: 'text',
      maxBytes,
    }),
  ),
  {
    address: `https://fred.stlouisfed.org/graph/fredgraph.csv?id=${SOFTWARE_SERIES.id}`,
    path: tablePath(SOFTWARE_SERIES.file),
    type: 'text',
    maxBytes: 500_000,
  },
];
