/** What killed runs left in the own market. */
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { tableFolder } from '../../../query/dialect.js';
import { UNFINISHED } from '../../../store/durable-file.js';
import { OWN_MANIFEST_FILE, type OwnManifest } from '../../../store/own-manifest.js';
import { QUARANTINE_FOLDER } from '../quarantine.js';

/** Begins the names of folders in which imports are prepared. */
export const STAGING_PREFIX = '.staging-';

/** Folders whose files the manifest names. */
const FOLDERS = [tableFolder('pay'), tableFolder('postings'), tableFolder('employers'), QUARANTINE_FOLDER];

/** Removes everything that a run of this program may have written and the manifest does not name. */
export async function removeUnnamed(directory: string, manifest: OwnManifest): Promise<void> {
  const named = new Set([
    ...manifest.files.map(({ path }) => path),
    ...manifest.imports.map(({ quarantine }) => quarantine),
  ]);
  for (const name of await namesIn(directory)) {
    if (!name.startsWith(STAGING_PREFIX) && name !== `${OWN_MANIFEST_FILE}${UNFINISHED}`) continue;
    await rm(join(directory, name), { recursive: true, force: true });
  }
  for (const folder of FOLDERS) {
    for (const name of await namesIn(join(directory, folder))) {
      if (named.has(`${folder}/${name}`)) continue;
      await rm(join(directory, folder, name), { recursive: true, force: true });
    }
  }
}

async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch(() => []);
}
