/** Where the package keeps what it ships. */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Root of the package, from `dist/app` or `src/app`. */
export const PACKAGE_ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

export const SHIPPED_MARKET = join(PACKAGE_ROOT, 'market');

/** The title model, inside a market directory. */
export const TITLE_MODEL = 'models/titles.bin';

/** The pay models, inside a market directory. */
export const PAY_MODEL = 'models/pay.bin';

/** Lists kept by hand, which the market build and the text engines read. */
export const REVIEWED_LISTS = join(PACKAGE_ROOT, 'reviewed');

/** The role catalogue, in the folder of the reviewed lists. */
export const ROLES_LIST = 'roles.json';

/** Spellings of employers, in the folder of the reviewed lists. */
export const EMPLOYER_ALIASES = 'employer-aliases.json';

/** Names of columns in users' files, in the folder of the reviewed lists. */
export const IMPORT_COLUMNS = 'import-columns.json';

/** Skills, then credentials, in the folder of the reviewed lists. */
export const SKILL_LISTS = ['skills.json', 'credentials.json'] as const;

export const STYLES = join(PACKAGE_ROOT, 'web');

/** The script of every page of a site, bundled from `web/islands` when the package is built. */
export const PAGE_SCRIPT = join(PACKAGE_ROOT, 'dist', 'web', 'site.js');

/** The search that a site without a server carries, bundled from `web/islands` when the package is built. */
export const SEARCH_SCRIPT = join(PACKAGE_ROOT, 'dist', 'web', 'search.js');

/** What compares pages on a site without a server, bundled likewise. */
export const COMPARE_SCRIPT = join(PACKAGE_ROOT, 'dist', 'web', 'compare.js');

/** The thread that makes pages of a site: compiled code, since a thread starts from a file. */
export const SITE_WORKER = join(PACKAGE_ROOT, 'dist', 'app', 'site-worker.js');

/** The script of a report that is one file. */
export const REPORT_SCRIPT = join(PACKAGE_ROOT, 'dist', 'web', 'report-file.js');
