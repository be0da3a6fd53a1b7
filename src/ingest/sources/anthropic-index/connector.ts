/** Which occupations' tasks are done in conversations with Claude, and how. */
import type { Connector } from '../../connector.js';
import { DOWNLOADS } from './fetch.js';
import { normalizeIndex } from './normalize.js';
import { parseIndex } from './parse.js';

export const anthropicIndex: Connector = {
  id: 'anthropic-index',
  name: 'Anthropic Economic Index',
  publisher: 'Anthropic',
  address: 'https://huggingface.co/datasets/Anthropic/EconomicIndex',
  licence: "CC BY by the publisher's word, not verified; contains O*NET information (CC BY 4.0)",
  attribution:
    'Anthropic Economic Index, release of 27 March 2025. Task statements: O*NET by the U.S. Department of Labor, Employment and Training Administration (USDOL/ETA), used under the CC BY 4.0 license.',
  modifications:
    'Shares of tasks were added up by occupation, a task of several occupations in equal parts; task statements were left out.',
  vintage: 'release of 27 March 2025',
  ships: false,
  cadence: 'several releases a year, each of another layout; this reads the one of March 2025',
  downloads: DOWNLOADS,
  obtain:
    'Download task_pct_v2.csv and automation_vs_augmentation_by_task.csv (release_2025_03_27) and onet_task_statements.csv (release_2025_02_10) from https://huggingface.co/datasets/Anthropic/EconomicIndex into ai-exposure/anthropic-economic-index.',
  after: ['soc'],
  async read({ raw, gathered }) {
    return { ...normalizeIndex(await parseIndex(raw), gathered('crosswalk')), newest: '2025-03-27' };
  },
};
