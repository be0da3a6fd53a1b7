/** AI Occupational Exposure: abilities of occupations by applications of AI. */
import type { Connector } from '../../connector.js';
import { DOWNLOADS } from './fetch.js';
import { normalizeAioe } from './normalize.js';
import { parseAioe } from './parse.js';

export const aioe: Connector = {
  id: 'aioe',
  name: 'AI Occupational Exposure (AIOE)',
  publisher: 'Felten, Raj and Seamans',
  address: 'https://github.com/AIOE-Data/AIOE',
  licence: 'None stated; the authors ask to be cited. Not to be passed on with a product without asking.',
  attribution:
    'Felten, E., Raj, M., Seamans, R. (2021), Occupational, industry, and geographic exposure to artificial intelligence, Strategic Management Journal 42(12), 2195-2217; language modelling: Felten, Raj, Seamans (2023).',
  modifications:
    'Codes of SOC 2010 were brought to those in which OEWS is published, averaging where several lead to one.',
  vintage: 'survey of 2021; language modelling 2023',
  ships: false,
  cadence: 'once, in 2021 and 2023',
  downloads: DOWNLOADS,
  obtain:
    "Download 'AIOE_DataAppendix.xlsx' and 'Language Modeling AIOE and AIIE.xlsx' from https://github.com/AIOE-Data/AIOE into ai-exposure/aioe.",
  after: ['soc'],
  async read({ raw, gathered }) {
    return { ...normalizeAioe(await parseAioe(raw), gathered('crosswalk')), newest: '2023-12-31' };
  },
};
