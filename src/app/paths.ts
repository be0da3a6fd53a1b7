/** Where the package keeps what it ships. */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Root of the package, from `dist/app` or `src/app`. */
export const PACKAGE_ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

export const SHIPPED_MARKET = join(PACKAGE_ROOT, 'market');

/** Reviewed lists a market build reads. */
export const REVIEWED_LISTS = join(PACKAGE_ROOT, 'reviewed');

export const STYLES = join(PACKAGE_ROOT, 'web');
