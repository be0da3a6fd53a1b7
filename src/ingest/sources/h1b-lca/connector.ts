/** Wages that US employers stated in labour condition applications. */
import type { Connector } from '../../connector.js';
import { newestDay } from '../../newest.js';
import { monthSpan } from '../../vintage.js';
import { DOWNLOADS } from './fetch.js';
import { FILED_TO, normalizeFilings } from './normalize.js';
import { OccupationCodes } from './occupation-code.js';
import { parseFilings } from './parse.js';

export const h1bLca: Connector = {
  id: 'h1b-lca',
  name: 'US labour condition applications',
  publisher: 'US Department of Labor, Office of Foreign Labor Certification',
  address: 'https://www.dol.gov/agencies/eta/foreign-labor/performance',
  licence: 'Public domain (work of the US federal government)',
  attribution: null,
  modifications:
    'Employer names became numbers, equal filings were joined and counted, titles were normalised, occupation codes were brought to one edition.',
  vintage: 'one quarter of fiscal year 2024 (October 2023 to September 2024)',
  ships: true,
  cadence: 'quarterly',
  downloads: DOWNLOADS,
  obtain:
    'Download files LCA_Disclosure_Data_FY*_Q*.xlsx from https://www.dol.gov/agencies/eta/foreign-labor/performance into h1b-lca-fy2024-one-quarter.',
  after: ['soc'],
  async read({ raw, readers, gathered }) {
    const codes = new OccupationCodes({
      published: readers.published,
      occupations: gathered('occupations'),
      crosswalk: gathered('crosswalk'),
    });
    const set = await parseFilings(raw);
    const reading = normalizeFilings(set, { readers, codes });
    const days = set.filings.map(({ received }) => received).filter((day) => day !== null);
    if (days.length === 0) return { ...reading, newest: FILED_TO };
    return { ...reading, newest: newestDay(days), vintage: `received ${monthSpan(days)}` };
  },
};
