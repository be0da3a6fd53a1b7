/** Where the scores come from: the authors' workbook of tasks. */
import type { Download } from '../../connector.js';
import { WORKBOOK } from './parse.js';

export const DOWNLOADS: readonly Download[] = [
  {
    address:
      'https://raw.githubusercontent.com/pgmyrek/2025_GenAI_scores_ISCO08/HEAD/Final_Scores_ISCO08_Gmyrek_et_al_2025.xlsx',
    path: WORKBOOK,
    type: 'xlsx',
    maxBytes: 20_000_000,
  },
];
