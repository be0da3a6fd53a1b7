/** State OEWS records to rows of the official table. */
import { SourceError } from '../../../core/errors.js';
import type { DraftRow, SourceReading } from '../../connector.js';
import { optionalNumber, requiredNumber, requiredText } from '../../fields.js';
import { taxonomyOf, topCodeOf } from '../oews-national/normalize.js';
import { stateByFips } from './fips.js';
import type { StateRecord } from './parse.js';

const PERCENTILES = [10, 25, 50, 75, 90] as const;

export function normalizeStates(records: readonly StateRecord[]): Omit<SourceReading, 'newest'> {
  const official = records.map(officialRow);
  return { tables: { official }, rowsIn: records.length, rowsKept: official.length, excluded: [] };
}

function officialRow(record: StateRecord): DraftRow<'official'> {
  const year = requiredNumber(record.year, 'year');
  const percentiles = (['p10', 'p25', 'med', 'p75', 'p90'] as const).map((column) =>
    optionalNumber(record[column], column),
  );
  return {
    place: stateOf(record),
    soc: requiredText(record.occ_code, 'occ_code'),
    year,
    taxonomy: taxonomyOf(year),
    jobs: optionalNumber(record.emp, 'emp'),
    jobsRsePercent: null,
    mean: optionalNumber(record.avg, 'avg'),
    meanRsePercent: null,
    p10: percentiles[0]!,
    p25: percentiles[1]!,
    p50: percentiles[2]!,
    p75: percentiles[3]!,
    p90: percentiles[4]!,
    ...capOf(year, percentiles),
    locationQuotient: optionalNumber(record.lq, 'lq'),
  };
}

/**
 * The copy prints nothing where the publisher prints `#`. An empty percentile above a filled one is therefore
 * read as capped in years that have a cap: suppressed cells are empty in all percentiles.
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

function stateOf(record: StateRecord): string {
  const state = stateByFips(requiredText(record.area, 'area'));
  if (state === undefined) {
    throw new SourceError(
      'SOURCE_VALUE',
      `Column 'area' holds '${record.area}', which is no state's code.`,
      'Compare the file with its publisher: the layout may have changed.',
    );
  }
  return state;
}
