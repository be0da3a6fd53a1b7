/** What the engine's failures mean to whoever imports a file. */
import { GoingRateError, UsageError } from '../../../core/errors.js';
import { diskFull } from '../../disk-full.js';
import { firstLine } from '../connection.js';

const LINE_TOO_LONG = /maximum line size/i;
const NOT_CLEAN = /csv error|invalid unicode|not utf-8|sniffing|quoted value|expected number of columns|gzip|parquet/i;

export function isLineTooLong(thrown: unknown): boolean {
  return LINE_TOO_LONG.test(String(thrown));
}

/** One clear error for a full disk in the middle of an import; others are passed on. */
export function importFailure(thrown: unknown): unknown {
  return thrown instanceof GoingRateError ? thrown : (diskFull(thrown) ?? thrown);
}

/** A text or Parquet file that the engine cannot take apart. */
export function unreadable(name: string, thrown: unknown): unknown {
  const failure = importFailure(thrown);
  if (failure !== thrown || !NOT_CLEAN.test(String(thrown))) return failure;
  return new UsageError(
    'NOT_CLEAN_TEXT',
    `${name} cannot be taken apart: ${firstLine(thrown).slice(0, 160)}`,
    'Check that the file is complete and that its cells are quoted alike.',
    { cause: thrown },
  );
}
