/** A full disk, said once and clearly. */
import { MarketError } from '../core/errors.js';

const CODES: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);
/** What the engine says; it gives no code. */
const MESSAGES =
  /no space left|disk quota exceeded|file too large|could not write all bytes|max_temp_directory_size|could not write file/i;

/** The error to throw for a failure to write while the own market is changed; null for any other failure. */
export function diskFull(thrown: unknown): MarketError | null {
  const { code } = Object(thrown) as NodeJS.ErrnoException;
  if (!CODES.has(String(code)) && !MESSAGES.test(String(thrown))) return null;
  return new MarketError(
    'DISK_FULL',
    'The disk is full: nothing was imported, and your own data are as they were.',
    'Make room where GOINGRATE_HOME lies (an import needs about as much as the file), then import the file again.',
    { cause: thrown },
  );
}
