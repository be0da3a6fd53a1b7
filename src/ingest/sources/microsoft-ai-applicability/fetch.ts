/** Where the applicability scores come from. */
import type { Download } from '../../connector.js';

export const DOWNLOADS: readonly Download[] = [
  {
    address: 'https://raw.githubusercontent.com/microsoft/working-with-ai/HEAD/soc_ai_applicability_scores.csv',
    path: 'ai-exposure/microsoft-working-with-ai/soc_ai_applicability_scores.csv',
    type: 'text',
    maxBytes: 200_000,
  },
];
