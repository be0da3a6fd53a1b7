/** Failures of the disk under the user's folder, in one line. */
import { GoingRateError, UsageError } from '../core/errors.js';

const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EROFS: 'the disk is read-only',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  ENOTDIR: 'a part of its path is a file',
  EEXIST: 'a file stands where a folder is needed',
  EISDIR: 'a folder stands where a file is needed',
  EFBIG: 'the file would be too large for this disk',
  EIO: 'the disk has a fault',
};

const ADVICE = 'Make room or set permissions, or name another folder in GOINGRATE_HOME.';

/**
 * A failure to write below a folder as a UsageError; every other failure as it is.
 *
 * @param folder named in the message
 */
export function storageFailure(failure: unknown, folder: string): unknown {
  if (failure instanceof GoingRateError) return failure;
  const reason = reasonFor(failure);
  if (reason === null) return failure;
  const message = `Cannot write in "${folder}": ${reason}.`;
  return new UsageError('UNWRITABLE_HOME', message, ADVICE, { cause: failure });
}

/**
 * Writes below a folder.
 *
 * @throws {UsageError} UNWRITABLE_HOME for whatever goes wrong, so that it cannot pass for a failure of the network
 */
export async function storing<T>(folder: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (cause) {
    const failure = storageFailure(cause, folder);
    if (failure !== cause) throw failure;
    throw new UsageError('UNWRITABLE_HOME', `Cannot write in "${folder}": ${(cause as Error).message}.`, ADVICE, {
      cause,
    });
  }
}

/** The engine that writes tables gives no code, only text. */
function reasonFor(failure: unknown): string | null {
  if (!(failure instanceof Error)) return null;
  const known = REASONS[(failure as NodeJS.ErrnoException).code ?? ''];
  if (known !== undefined) return known;
  return /no space left on device/i.test(failure.message) ? REASONS.ENOSPC! : null;
}
