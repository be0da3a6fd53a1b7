/** Projection records to rows: thousands become jobs. */
import type { DraftRow, SourceReading } from '../../connector.js';
import { requiredNumber, requiredText } from '../../fields.js';
import type { ProjectionRecord } from './parse.js';

export const BASE_YEAR = 2024;
export const TARGET_YEAR = 2034;

export function normalizeProjections(records: readonly ProjectionRecord[]): Omit<SourceReading, 'newest'> {
  const projections = records.map(
    (record): DraftRow<'projections'> => ({
      soc: requiredText(record.code, 'code'),
      baseYear: BASE_YEAR,
      targetYear: TARGET_YEAR,
      jobsBase: jobs(record.empBase, 'empBase'),
      jobsProjected: jobs(record.empProjected, 'empProjected'),
      changePercent: requiredNumber(record.changePct, 'changePct'),
      openingsPerYear: jobs(record.openings, 'openings'),
    }),
  );
  return { tables: { projections }, rowsIn: records.length, rowsKept: projections.length, excluded: [] };
}

function jobs(thousands: string | null, column: string): number {
  return Math.round(requiredNumber(thousands, column) * 1000);
}
