/** Wages that US employers stated in labour condition applications, one quarter of fiscal year 2024. */
import type { Connector } from '../../connector.js';
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
  async read({ raw, readers, gathered }) {
    const codes = new OccupationCodes({
      published: readers.published,
      occupations: gathered('occupations'),
      crosswalk: gathered('crosswalk'),
    });
    return { ...normalizeFilings(await parseFilings(raw), { readers, codes }), newest: FILED_TO };
  },
};
