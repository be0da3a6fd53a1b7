// Adds to package-lock.json the entries of platform packages that the registry in use does not offer: without them
// `npm ci` fails everywhere (docs/decisions/0010). Run it after every `npm install`: `npm run lock`.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const FILE = join(import.meta.dirname, '..', 'package-lock.json');
const PLATFORM = /-(android|darwin|linux|win32|freebsd)-(arm64|x64)(-musl)?$/;

/** @typedef {Record<string, any>} Entry */

const text = readFileSync(FILE, 'utf8');
const lock = JSON.parse(text);
/** @type {Record<string, Entry>} */
const packages = lock.packages;
for (const parent of Object.values({ ...packages })) {
  for (const [name, version] of Object.entries(parent.optionalDependencies ?? {})) {
    packages[`node_modules/${name}`] ??= platformEntry(name, String(version), parent);
  }
}
lock.packages = Object.fromEntries(Object.entries(packages).sort(([a], [b]) => a.localeCompare(b, 'en')));
const completed = `${JSON.stringify(lock, null, 2)}\n`;
if (completed !== text) writeFileSync(FILE, completed);

/**
 * Version, platform and licence as its name and its parent say; no checksum, because the package cannot be fetched.
 *
 * @param {string} name
 * @param {string} version
 * @param {Entry} parent
 * @returns {Entry}
 */
function platformEntry(name, version, parent) {
  const match = PLATFORM.exec(name);
  if (match === null) throw new Error(`${name}: its name does not say for which platform it is.`);
  const [, os, cpu, musl] = match;
  return {
    version,
    cpu: [cpu],
    ...(parent.dev ? { dev: true } : {}),
    ...(os === 'linux' ? { libc: [musl ? 'musl' : 'glibc'] } : {}),
    license: parent.license,
    optional: true,
    os: [os],
    ...(parent.engines ? { engines: parent.engines } : {}),
  };
}
