/** National OEWS records to rows of the official table. */
import { SourceError } from '../../../core/errors.js';
import type { DraftRow, SourceReading } from '../../connector.js';
import { Exclusions } from '../../exclusions.js';
import { optionalNumber, requiredCode } from '../../fields.js';
import { refuseNewTopCode } from '../../new-top-code.js';
import type { OewsRecord } from './parse.js';

/** The publisher's kinds of rows. */
export const GROUPS = ['total', 'major', 'minor', 'broad', 'detailed'] as const;
const KEPT_GROUPS: ReadonlySet<string> = new Set(['total', 'major', 'detailed']);
/** The publisher's marks for "no estimate". */
export const NO_ESTIMATE = ['*', '**'];
const AT_OR_ABOVE_CAP = '#';
const PERCENTILES = [10, 25, 50, 75, 90] as const;

/**
 * The classification a vintage is published in.
 *
 * @param year reference year, 2017 or later
 */
export function taxonomyOf(year: number): 'SOC 2010' | 'hybrid' | 'SOC 2018' {
  if (year <= 2018) return 'SOC 2010';
  return year <= 2020 ? 'hybrid' : 'SOC 2018';
}

/** Yearly pay at or above which a vintage prints `#`; null from 2025 on, when nothing is capped. */
export function topCodeOf(year: number): number | null {
  if (year <= 2021) return 208_000;
  return year <= 2024 ? 239_200 : null;
}

/** @throws {SourceError} when a mark or group is not one the publisher documents */
export function normalizeOews(records: readonly OewsRecord[]): Omit<SourceReading, 'newest'> {
  const excluded = new Exclusions();
  const official: DraftRow<'official'>[] = [];
  for (const record of records) {
    const group = requiredCode(record.group, 'O_GROUP', GROUPS);
    if (KEPT_GROUPS.has(group)) official.push(officialRow(record, 'US'));
    else excluded.add(`${group} group`);
  }
  refuseNewTopCode(official, 'The national OEWS file');
  return { tables: { official }, rowsIn: records.length, rowsKept: official.length, excluded: excluded.list() };
}

/** One record as a row of the official table, without a location quotient. */
export function officialRow(record: OewsRecord, place: string): DraftRow<'official'> {
  const figures = record.percentiles.map((cell) =>
    cell === AT_OR_ABOVE_CAP ? null : optionalNumber(cell, 'A_PCT', NO_ESTIMATE),
  );
  const capped = record.percentiles.indexOf(AT_OR_ABOVE_CAP);
  return {
    place,
    soc: record.soc,
    year: record.year,
    taxonomy: taxonomyOf(record.year),
    jobs: optionalNumber(record.jobs, 'TOT_EMP', NO_ESTIMATE),
    jobsRsePercent: optionalNumber(record.jobsRsePercent, 'EMP_PRSE', NO_ESTIMATE),
    mean: meanOf(record),
    meanRsePercent: optionalNumber(record.meanRsePercent, 'MEAN_PRSE', NO_ESTIMATE),
    p10: figures[0]!,
    p25: figures[1]!,
    p50: figures[2]!,
    p75: figures[3]!,
    p90: figures[4]!,
    ...cap(record, capped < 0 ? null : PERCENTILES[capped]!),
    locationQuotient: null,
  };
}

/** A mean of nought stands where this copy of the 2018 file lost the publisher's `*`. */
function meanOf(record: OewsRecord): number | null {
  const mean = optionalNumber(record.mean, 'A_MEAN', [...NO_ESTIMATE, AT_OR_ABOVE_CAP]);
  return mean === 0 ? null : mean;
}

function cap(record: OewsRecord, cappedFrom: number | null): Pick<DraftRow<'official'>, 'topCode' | 'cappedFrom'> {
  if (cappedFrom === null) return { topCode: null, cappedFrom: null };
  const topCode = topCodeOf(record.year);
  if (topCode === null) {
    throw new SourceError(
      'SOURCE_VALUE',
      `The OEWS file of ${record.year} has a capped figure (#) for ${record.soc}, but no cap is known for that year.`,
      'Look up the top code of that year in the field descriptions and add it to the connector.',
    );
  }
  return { topCode, cappedFrom };
}
