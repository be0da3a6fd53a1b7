/** Exposure of occupations to language models, rated in 2023. */
import type { Connector } from '../../connector.js';
import { DOWNLOADS } from './fetch.js';
import { normalizeExposure } from './normalize.js';
import { parseExposure } from './parse.js';

export const gptsAreGpts: Connector = {
  id: 'gpts-are-gpts',
  name: 'GPTs are GPTs: occupational exposure to language models',
  publisher: 'Eloundou, Manning, Mishkin and Rock (OpenAI)',
  address: 'https://github.com/openai/GPTs-are-GPTs',
  licence: 'MIT; contains O*NET information (CC BY 4.0)',
  attribution:
    'Eloundou, T., Manning, S., Mishkin, P., Rock, D. (2024), GPTs are GPTs: Labor market impact potential of LLMs, Science 384, doi:10.1126/science.adj0998. Copyright OpenAI, MIT License.',
  modifications:
    'Specialities were averaged to six-digit codes as OEWS publishes them; only the two beta measures were kept.',
  vintage: 'rated in 2023',
  ships: true,
  cadence: 'once, in 2023',
  downloads: DOWNLOADS,
  obtain: 'Download data/occ_level.csv from https://github.com/openai/GPTs-are-GPTs into ai-exposure/gpts-are-gpts.',
  async read({ raw, readers }) {
    return { ...normalizeExposure(await parseExposure(raw), readers.published), newest: '2023-12-31' };
  },
};
