/** What the engine's failures mean to whoever imports a file. */
import { GoingRateError, MarketError, UsageError } from '../../../core/errors.js';
import { firstLine } from '../connection.js';

const DISK_FULL = /no space left|disk quota exceeded|file too large|could not write all bytes|max_temp_directory_size/i;
const LINE_TOO_LONG = /maximum line size/i;
const NOT_CLEAN = /csv error|invalid unicode|not utf-8|sniffing|quoted value|expected number of columns|gzip|parquet/i;

export function isLineTooLong(thrown: unknown): boolean {
  return LINE_TOO_LONG.test(String(thrown));
}

/** One clear error for a failure in the middle of an import; others are passed on. */
export function importFailure(thrown: unknown): unknown {
  if (thrown instanceof GoingRateError) return thrown;
  const { code } = thrown as NodeJS.ErrnoException;
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG' || DISK_FULL.test(String(thrown))) {
    return new MarketError(
      'DISK_FULL',
      'The disk is full: the import was given up, and your own data are as they were.',
      'Make room where GOINGRATE_HOME lies (an import needs about as much as the file), then import the file again.',
      { cause: thrown },
    );
  }
  return thrown;
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
