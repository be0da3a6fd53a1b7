/** AI applicability scores by occupation. */
import type { RawReader, RawRecord } from '../../raw-reader.js';

export const APPLICABILITY_COLUMNS = ['SOC Code', 'ai_applicability_score'] as const;

export type ApplicabilityRecord = RawRecord<(typeof APPLICABILITY_COLUMNS)[number]>;

export async function parseApplicability(raw: RawReader): Promise<ApplicabilityRecord[]> {
  return raw.records('ai-exposure/microsoft-working-with-ai/soc_ai_applicability_scores.csv', APPLICABILITY_COLUMNS);
}
