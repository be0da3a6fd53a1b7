/** Occupation-level exposure shares of the GPTs-are-GPTs study. */
import type { RawReader, RawRecord } from '../../raw-reader.js';

export const EXPOSURE_COLUMNS = ['O*NET-SOC Code', 'dv_rating_beta', 'human_rating_beta'] as const;

export type ExposureRecord = RawRecord<(typeof EXPOSURE_COLUMNS)[number]>;

export async function parseExposure(raw: RawReader): Promise<ExposureRecord[]> {
  return raw.records('ai-exposure/gpts-are-gpts/occ_level.csv', EXPOSURE_COLUMNS);
}
