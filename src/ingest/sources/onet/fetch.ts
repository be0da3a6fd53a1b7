/** Where the database comes from: the text archive of one release. */
import type { Download } from '../../connector.js';
import { ACTIVITY_FILES } from './activities.js';
import { ONET_FOLDER } from './parse.js';
import { RELATED_FILE } from './related.js';

/** The archive of a release never changes; a new one has a new address and, often, renamed tables. */
export const ONET_ARCHIVE = 'https://www.onetcenter.org/dl_files/database/db_30_3_text.zip';

const FILES = ['Software Skills.txt', ...Object.values(ACTIVITY_FILES), RELATED_FILE];

export const DOWNLOADS: readonly Download[] = FILES.map((file) => ({
  address: ONET_ARCHIVE,
  path: `${ONET_FOLDER}/${file}`,
  type: 'text',
  maxBytes: 10_000_000,
  member: new RegExp(`(^|/)${file.replaceAll('.', '\\.')}$`),
}));
