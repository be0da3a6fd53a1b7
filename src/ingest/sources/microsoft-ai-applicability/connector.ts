/** How far occupations' activities appear in conversations with an assistant, January to September 2024. */
import type { Connector } from '../../connector.js';
import { DOWNLOADS } from './fetch.js';
import { normalizeApplicability } from './normalize.js';
import { parseApplicability } from './parse.js';

export const microsoftAiApplicability: Connector = {
  id: 'microsoft-ai-applicability',
  name: 'Working with AI: applicability scores of occupations',
  publisher: 'Microsoft (Tomlinson and others)',
  address: 'https://github.com/microsoft/working-with-ai',
  licence: 'CC BY 4.0',
  attribution:
    'Tomlinson, K. and others (2025), Working with AI: Measuring the Applicability of Generative AI to Occupations, arXiv:2507.07935. Used under CC BY 4.0.',
  modifications: 'Scores were averaged over codes that OEWS publishes together and rounded; titles were left out.',
  vintage: 'January to September 2024',
  ships: true,
  cadence: 'once, in 2025',
  downloads: DOWNLOADS,
  obtain:
    'Download soc_ai_applicability_scores.csv from https://github.com/microsoft/working-with-ai into ai-exposure/microsoft-working-with-ai.',
  async read({ raw, readers }) {
    return { ...normalizeApplicability(await parseApplicability(raw), readers.published), newest: '2024-09-30' };
  },
};
