/** Quartiles of the answers of one country, year and group. */
import type { ExperienceBand } from './answers.js';

/** Fewer answers than this are too few for a median. */
export const FEWEST_ANSWERS = 30;

export interface SurveyCell {
  readonly country: string;
  readonly year: number;
  readonly band: ExperienceBand | 'all';
  /** null for all roles together. */
  readonly role: string | null;
  readonly p25: number | null;
  readonly p50: number;
  readonly p75: number | null;
}
