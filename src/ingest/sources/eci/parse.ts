/** Quarterly values of the index, as a statistical service gives them today or gave them earlier. */
import { SourceError } from '../../../core/errors.js';
import { optionalNumber, requiredDay, SourceValueError } from '../../fields.js';
import type { RawReader } from '../../raw-reader.js';

export const INDEX_PATH = 'prices-wages-index/ECIWAG.csv';
/** The service's id of the series, which is also the name of the column. */
export const INDEX_COLUMN = 'ECIWAG';

const FIRST_OF_QUARTER = /-(?:01|04|07|10)-01$/;

export interface QuarterlyValue {
  /** First day of the quarter. */
  readonly month: string;
  /** Null for a quarter without a figure. */
  readonly value: number | null;
}

/** @throws {SourceError} SOURCE_MISSING | SOURCE_COLUMN_MISSING | SOURCE_VALUE */
export async function parseIndex(raw: RawReader): Promise<QuarterlyValue[]> {
  const day = (await hasColumn(raw, 'DATE')) ? 'DATE' : 'observation_date';
  const records = await raw.records(INDEX_PATH, [day, INDEX_COLUMN]);
  return records.map((record) => ({
    month: firstOfQuarter(record[day], day),
    value: optionalNumber(record[INDEX_COLUMN], INDEX_COLUMN, ['.']),
  }));
}

/** Earlier files of the service name the column of days otherwise. */
async function hasColumn(raw: RawReader, column: string): Promise<boolean> {
  try {
    await raw.records(INDEX_PATH, [column]);
    return true;
  } catch (failure) {
    if (failure instanceof SourceError && failure.code === 'SOURCE_COLUMN_MISSING') return false;
    throw failure;
  }
}

function firstOfQuarter(value: string | null, column: string): string {
  const day = requiredDay(value, column);
  if (FIRST_OF_QUARTER.test(day)) return day;
  throw new SourceValueError(column, value, `holds '${day}' where the first day of a quarter belongs`);
}
