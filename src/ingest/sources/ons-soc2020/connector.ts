/** Job titles that belong to unit groups of the United Kingdom's classification of occupations. */
import type { Connector } from '../../connector.js';
import { DOWNLOADS } from './fetch.js';
import { normalizeRelatedTitles } from './normalize.js';
import { parseRelatedTitles } from './parse.js';

export const onsSoc2020: Connector = {
  id: 'ons-soc2020',
  name: 'Standard Occupational Classification 2020 (UK), related job titles',
  publisher: 'Office for National Statistics',
  address:
    'https://www.ons.gov.uk/methodology/classificationsandstandards/standardoccupationalclassificationsoc/soc2020',
  licence: 'Open Government Licence v3.0',
  attribution: 'Contains public sector information licensed under the Open Government Licence v3.0.',
  modifications: 'Related job titles alone, normalised; descriptions, entry routes and tasks were left out.',
  vintage: 'Volume 1, December 2025',
  ships: true,
  cadence: 'the classification is revised every ten years; single entries are edited in between',
  downloads: DOWNLOADS,
  obtain:
    "Download the Excel workbook of Volume 1 (its name begins with soc2020volume1) from the page of SOC 2020 and put it into the folder 'uk-soc2020'.",
  async read({ raw }) {
    return { ...normalizeRelatedTitles(await parseRelatedTitles(raw)), newest: '2025-12-31' };
  },
};
