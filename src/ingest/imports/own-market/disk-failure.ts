/** A full disk, said once and clearly. */
import { GoingRateError, MarketError } from '../../../core/errors.js';

const FULL: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);

/** The failure to throw for what a step that writes has thrown. */
export function diskFailure(thrown: unknown): unknown {
  if (thrown instanceof GoingRateError || !FULL.has(String((thrown as NodeJS.ErrnoException).code))) return thrown;
  return new MarketError(
    'DISK_FULL',
    'The disk is full: nothing was imported, and your own data are as they were.',
    'Make room where GOINGRATE_HOME lies (an import needs about as much as the file), then import the file again.',
    { cause: thrown },
  );
}
