/** Where the rows set aside are listed. */
import { join } from 'node:path';

/** Below the own market: one file an import, `row,reason,original`. */
export const QUARANTINE_FOLDER = 'quarantine';

/** @param relative path in the manifest, with forward slashes */
export function quarantineFile(own: string, relative: string): string {
  return join(own, ...relative.split('/'));
}
