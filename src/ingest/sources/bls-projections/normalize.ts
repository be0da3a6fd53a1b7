/** Projection records to rows: thousands become jobs. */
import type { DraftRow, SourceReading } from '../../connector.js';
import { Exclusions } from '../../exclusions.js';
import { requiredCode, requiredNumber, requiredText } from '../../fields.js';
import type { ProjectionRecord, Projections } from './parse.js';

/** @throws {SourceError} when a figure is missing or a kind of row is new */
export function normalizeProjections({ baseYear, targetYear, records }: Projections): Omit<SourceReading, 'newest'> {
  const excluded = new Exclusions();
  const projections: DraftRow<'projections'>[] = [];
  for (const record of records) {
    const reason = reasonToExclude(record);
    if (reason === null) projections.push({ ...projectionRow(record), baseYear, targetYear });
    else excluded.add(reason);
  }
  const rowsIn = records.length;
  return { tables: { projections }, rowsIn, rowsKept: projections.length, excluded: excluded.list() };
}

function reasonToExclude({ type }: ProjectionRecord): string | null {
  if (type === null) return 'footnote or empty line';
  return requiredCode(type, 'Occupation type', ['Line item', 'Summary']) === 'Summary' ? 'group of occupations' : null;
}

function projectionRow(record: ProjectionRecord): Omit<DraftRow<'projections'>, 'baseYear' | 'targetYear'> {
  return {
    soc: requiredText(record.code, 'code'),
    jobsBase: jobs(record.empBase, 'empBase'),
    jobsProjected: jobs(record.empProjected, 'empProjected'),
    changePercent: requiredNumber(record.changePct, 'changePct'),
    openingsPerYear: jobs(record.openings, 'openings'),
  };
}

function jobs(thousands: string | null, column: string): number {
  return Math.round(requiredNumber(thousands, column) * 1000);
}
