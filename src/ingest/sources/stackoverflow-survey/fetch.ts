/** Where the answers come from: one archive a year. */
import type { Download } from '../../connector.js';
import { respondentsFile } from './parse.js';

const YEARS = [2022, 2023, 2024, 2025];

export const DOWNLOADS: readonly Download[] = YEARS.map((year) => ({
  address: `https://survey.stackoverflow.co/datasets/stack-overflow-developer-survey-${year}.zip`,
  path: respondentsFile(year),
  type: 'text',
  maxBytes: 600_000_000,
  member: /(^|\/)survey_results_public\.csv$/,
  redirects: ['cdn.stackoverflow.co', 'cdn.sanity.io'],
}));
