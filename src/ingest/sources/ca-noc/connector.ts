/** Example titles of Canada's classification of occupations, in English and French. */
import type { Connector } from '../../connector.js';
import { DOWNLOADS } from './fetch.js';
import { normalizeExampleTitles } from './normalize.js';
import { parseExampleTitles } from './parse.js';

export const caNoc: Connector = {
  id: 'ca-noc',
  name: 'National Occupational Classification 2021 (Canada), example titles',
  publisher: 'Statistics Canada and Employment and Social Development Canada',
  address: 'https://open.canada.ca/data/dataset/1feee3b5-8068-4dbb-b361-180875837593',
  licence: 'Open Government Licence - Canada 2.0',
  attribution: 'Contains information licensed under the Open Government Licence - Canada.',
  modifications:
    'Titles alone, normalised, the forms for men and women written out; duties and requirements were left out.',
  vintage: 'Version 1.0, 2021',
  ships: true,
  cadence: 'the classification is revised every ten years, with small updates in between',
  downloads: DOWNLOADS,
  obtain:
    "Download 'NOC 2021 Version 1.0 - Elements' in English and in French from the data set and put noc_2021_version_1.0_-_elements.csv and cnp_2021_version_1.0_-_elements.csv into the folder 'ca-noc-2021'.",
  async read({ raw }) {
    return { ...normalizeExampleTitles(await parseExampleTitles(raw)), newest: '2021-12-31' };
  },
};
