/** O*NET records to software. */
import type { SourceReading } from '../../connector.js';
import { Exclusions } from '../../exclusions.js';
import type { OnetRecords } from './parse.js';
import { type SoftwareContext, softwareRows } from './software.js';

export function normalizeOnet(records: OnetRecords, context: SoftwareContext): Omit<SourceReading, 'newest'> {
  const software = softwareRows(records.software, context);
  const excluded = new Exclusions();
  const rowsIn = records.software.length;
  excluded.add(
    "software of a speciality beside its occupation's own list, or listed twice or under two names",
    rowsIn - software.length,
  );
  return { tables: { software }, rowsIn, rowsKept: software.length, excluded: excluded.list() };
}
