/** State OEWS records to rows of the official table. */
import type { DraftRow, SourceReading } from '../../connector.js';
import { Exclusions } from '../../exclusions.js';
import { optionalNumber, requiredCode, requiredText, SourceValueError } from '../../fields.js';
import { refuseNewTopCode } from '../../new-top-code.js';
import { GROUPS, NO_ESTIMATE, officialRow, topCodeOf } from '../oews-national/normalize.js';
import { stateByFips } from './fips.js';
import type { StateRecord } from './parse.js';

const PERCENTILES = [10, 25, 50, 75, 90] as const;

/** @throws {SourceError} when a mark, group or area is not one the publisher documents */
export function normalizeStates(records: readonly StateRecord[]): Omit<SourceReading, 'newest'> {
  const excluded = new Exclusions();
  const official: DraftRow<'official'>[] = [];
  for (const record of records) {
    const group = requiredCode(record.group, 'O_GROUP', GROUPS);
    if (group === 'detailed') official.push(stateRow(record));
    else excluded.add(`${group} group`);
  }
  refuseNewTopCode(official, 'The state OEWS file');
  return { tables: { official }, rowsIn: records.length, rowsKept: official.length, excluded: excluded.list() };
}

function stateRow(record: StateRecord): DraftRow<'official'> {
  requiredText(record.soc, 'OCC_CODE');
  const row = officialRow(record, stateOf(record));
  const locationQuotient = optionalNumber(record.locationQuotient, 'LOC_QUOTIENT', NO_ESTIMATE);
  if (!record.marksLost) return { ...row, locationQuotient };
  return { ...row, ...capOf(record.year, [row.p10, row.p25, row.p50, row.p75, row.p90]), locationQuotient };
}

/**
 * Without marks, an empty percentile above a filled one is read as capped in years that have a cap: suppressed cells
 * are empty in all percentiles.
 */
export function capOf(
  year: number,
  percentiles: readonly (number | null)[],
): Pick<DraftRow<'official'>, 'topCode' | 'cappedFrom'> {
  const topCode = topCodeOf(year);
  const firstEmpty = percentiles.indexOf(null);
  if (topCode === null || firstEmpty <= 0) return { topCode: null, cappedFrom: null };
  return { topCode, cappedFrom: PERCENTILES[firstEmpty]! };
}

function stateOf({ area }: StateRecord): string {
  const state = stateByFips(requiredText(area, 'AREA'));
  if (state === undefined) throw new SourceValueError('AREA', area, `holds '${area}', which is no state's code`);
  return state;
}
