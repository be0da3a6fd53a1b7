/** The employment projections table, in thousands of jobs as published. */
import type { RawReader, RawRecord } from '../../raw-reader.js';

export const PROJECTION_COLUMNS = ['code', 'empBase', 'empProjected', 'changePct', 'openings'] as const;

export type ProjectionRecord = RawRecord<(typeof PROJECTION_COLUMNS)[number]>;

export async function parseProjections(raw: RawReader): Promise<ProjectionRecord[]> {
  return raw.records('bls-employment-projections/projections_2024_34.csv', PROJECTION_COLUMNS);
}
