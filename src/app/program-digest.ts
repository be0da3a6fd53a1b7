/** Tells one version of the program from another, also between releases. */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PACKAGE_ROOT, REVIEWED_LISTS } from './paths.js';

/** Ends of names that no answer depends on. */
const NOT_RUN = /\.d\.ts$|\.test\.ts$|\.map$/;

/**
 * A digest of all that decides what a page says beside the market and the question: the program's own files, the
 * reviewed lists, the packages it asks for and the version of Node.
 */
export async function programDigest(): Promise<string> {
  const code = join(PACKAGE_ROOT, relative(PACKAGE_ROOT, fileURLToPath(import.meta.url)).split(sep)[0] as string);
  const [program, lists, manifest] = await Promise.all([
    textsBelow(code, /\.(?:js|ts)$/),
    textsBelow(REVIEWED_LISTS, /\.json$/),
    readFile(join(PACKAGE_ROOT, 'package.json'), 'utf8'),
  ]);
  const hash = createHash('sha256').update(process.version);
  for (const text of [manifest, ...program, ...lists]) hash.update(`${text.length}:`).update(text);
  return hash.digest('hex');
}

/** Texts of the files below a folder whose names fit, in the order of their paths. */
async function textsBelow(folder: string, fits: RegExp): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && fits.test(entry.name) && !NOT_RUN.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return Promise.all(paths.map((path) => readFile(path, 'utf8')));
}
