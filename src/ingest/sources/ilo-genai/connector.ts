/** Exposure of occupations of ISCO-08 to generative AI, scored in 2025. */
import type { Connector } from '../../connector.js';
import { DOWNLOADS } from './fetch.js';
import { normalizeIlo } from './normalize.js';
import { parseIlo } from './parse.js';

export const iloGenai: Connector = {
  id: 'ilo-genai',
  name: 'Generative AI and jobs: exposure by occupation (ILO)',
  publisher: 'Gmyrek, Berg and others (International Labour Organization, NASK)',
  address: 'https://github.com/pgmyrek/2025_GenAI_scores_ISCO08',
  licence:
    'None stated with the data; the working paper is CC BY 4.0. Not to be passed on with a product without asking.',
  attribution:
    'Gmyrek, P., Berg, J. and others (2025), Generative AI and jobs: a refined global index of occupational exposure, ILO Working Paper 140.',
  modifications:
    'Scores by class of ISCO-08 were averaged over the classes that an occupation of SOC 2018 is matched to.',
  vintage: 'scored in 2025',
  ships: false,
  cadence: 'once, in 2025 (before in 2023)',
  downloads: DOWNLOADS,
  obtain:
    'Download Final_Scores_ISCO08_Gmyrek_et_al_2025.xlsx from https://github.com/pgmyrek/2025_GenAI_scores_ISCO08 into ai-exposure/ilo-genai-isco08.',
  after: ['isco-crosswalk'],
  async read({ raw, gathered }) {
    return { ...normalizeIlo(await parseIlo(raw), gathered('occupationMatches')), newest: '2025-12-31' };
  },
};
