/** What is said of a file that cannot be read. */
import { UsageError } from '../../../core/errors.js';
import { shownName } from './shown-name.js';

const FORMATS = 'Give CSV, JSON, Parquet, Excel (.xlsx), a saved job page, or gzip or zip of these.';

/**
 * @param name   of the file, or of the member of an archive, as it was called
 * @param reason after "cannot be read: ", without a full stop
 */
export function unreadable(name: string, reason: string, remedy: string = FORMATS, cause?: unknown): UsageError {
  const options = cause === undefined ? {} : { cause };
  return new UsageError('UNREADABLE_FILE', `${shownName(name)} cannot be read: ${reason}.`, remedy, options);
}

const REASONS: Readonly<Record<string, readonly [reason: string, remedy: string]>> = {
  ENOENT: ['there is no such file', 'Check the path.'],
  ENOTDIR: ['there is no such file', 'Check the path.'],
  EACCES: ['permission denied', 'Make the file readable for you.'],
  EPERM: ['permission denied', 'Make the file readable for you.'],
  EISDIR: ['it is a folder', 'Give the folder itself to import every file in it.'],
  Z_DATA_ERROR: ['it is a damaged gzip file', 'Download or pack it again.'],
  Z_BUF_ERROR: ['it is a gzip file cut short', 'Download or pack it again.'],
};

/** The failure of a system call or of the gunzip as what the user can do about it; anything else as it is. */
export function fileFailure(name: string, failure: unknown): unknown {
  const known = REASONS[(failure as NodeJS.ErrnoException | null)?.code ?? ''];
  return known === undefined ? failure : unreadable(name, known[0], known[1], failure);
}
