/** Software skills, activities and related occupations of the O*NET 30.3 database. */
import type { Connector } from '../../connector.js';
import { parseActivities } from './activities.js';
import { DOWNLOADS } from './fetch.js';
import { normalizeOnet } from './normalize.js';
import { parseOnet } from './parse.js';
import { parseRelated } from './related.js';

/** @param commonNames names of software as O*NET writes them, to the names in common use */
export const onet = (commonNames: ReadonlyMap<string, string>): Connector => ({
  id: 'onet',
  name: 'O*NET 30.3 Database',
  publisher: 'National Center for O*NET Development for the US Department of Labor, ETA',
  address: 'https://www.onetcenter.org/database.html',
  licence: 'CC BY 4.0',
  attribution:
    'This product includes information from the O*NET 30.3 Database by the U.S. Department of Labor, Employment and Training Administration (USDOL/ETA). Used under the CC BY 4.0 license. O*NET(R) is a trademark of USDOL/ETA.',
  modifications:
    'Codes were cut to six digits and joined where OEWS publishes them together; task statements and ratings were left out; tasks were counted by intermediate activity; software got the names in common use; titles serve to train the title model. USDOL/ETA has not approved, endorsed, or tested these modifications.',
  vintage: 'May 2026',
  ships: true,
  cadence: 'quarterly releases; each is read by a release of this program that knows its tables',
  downloads: DOWNLOADS,
  obtain: 'Download the text files of release 30.3 from https://www.onetcenter.org/database.html into onet-30.3.',
  async read({ raw, readers }) {
    const records = {
      ...(await parseOnet(raw)),
      activities: await parseActivities(raw),
      related: await parseRelated(raw),
    };
    return { ...normalizeOnet(records, { published: readers.published, commonNames }), newest: '2026-05-31' };
  },
});
