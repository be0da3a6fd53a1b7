/**
 * What is installed and built, and whether it is what the clone asks for. This is all that an ordinary start
 * looks at, so it reads sizes and modification times and opens few files.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The command line's entry, relative to the package root. */
export const ENTRY = join('dist', 'cli', 'main.js');

/** Inside node_modules, so that it goes when the packages go. */
const installStamp = (/** @type {string} */ root) => join(root, 'node_modules', '.goingrate-install');
const buildStamp = (/** @type {string} */ root) => join(root, 'dist', '.build.json');

/**
 * What a build was made from. `stats` decides at once when no source was touched; `content` decides when files
 * were touched or copied without being changed.
 *
 * @typedef {{ stats: string, content: string }} BuildStamp
 */

/** @param {string} root package root */
export function isReady(root) {
  const wanted = wantedInstall(root);
  return isInstalled(root, wanted) && isBuilt(root, wanted);
}

/**
 * What the installed packages must match: the lockfile and the platform their binaries are for.
 *
 * @param {string} root
 * @returns {string}
 */
export function wantedInstall(root) {
  const lockfile = readFileSync(join(root, 'package-lock.json'));
  return `${createHash('sha256').update(lockfile).digest('hex')} ${process.platform}-${process.arch}`;
}

/** @param {string} root @param {string} wanted from `wantedInstall` */
export function isInstalled(root, wanted) {
  return readText(installStamp(root)) === wanted;
}

/** @param {string} root @param {string | null} wanted null takes the mark away */
export function markInstalled(root, wanted) {
  if (wanted === null) rmSync(installStamp(root), { force: true });
  else writeFileSync(installStamp(root), wanted);
}

/**
 * Whether `dist` was made from the sources as they are, by the packages installed.
 *
 * @param {string} root
 * @param {string} installed from `wantedInstall`: another compiler may give another result
 */
export function isBuilt(root, installed) {
  const stamp = readBuildStamp(root);
  if (stamp === null || !existsSync(join(root, ENTRY))) return false;
  const files = sourceFiles(root);
  const stats = statFingerprint(root, files, installed);
  if (stamp.stats === stats) return true;
  if (stamp.content !== contentFingerprint(root, files, installed)) return false;
  try {
    markBuilt(root, { stats, content: stamp.content });
  } catch {
    // A clone that is read only: it is compared by content each time.
  }
  return true;
}

/** @param {string} root @param {BuildStamp | null} stamp null takes the mark away */
export function markBuilt(root, stamp) {
  if (stamp === null) rmSync(buildStamp(root), { force: true });
  else writeFileSync(buildStamp(root), JSON.stringify(stamp));
}

/**
 * The stamp of a build made from the sources as they are now.
 *
 * @param {string} root @param {string} installed
 * @returns {BuildStamp}
 */
export function currentBuildStamp(root, installed) {
  const files = sourceFiles(root);
  return { stats: statFingerprint(root, files, installed), content: contentFingerprint(root, files, installed) };
}

/**
 * The files a build reads, relative to the root, sorted; tests are not compiled.
 *
 * @param {string} root
 * @returns {string[]}
 */
export function sourceFiles(root) {
  /** @type {string[]} */
  const found = ['tsconfig.json'];
  const walk = (/** @type {string} */ folder) => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) walk(path);
      else if (/\.(ts|json)$/.test(entry.name) && !entry.name.endsWith('.test.ts')) found.push(path);
    }
  };
  walk('src');
  if (existsSync(join(root, 'web', 'islands'))) walk('web/islands');
  return found.sort();
}

/** @param {string} root @param {string[]} files @param {string} installed */
function statFingerprint(root, files, installed) {
  const hash = createHash('sha256').update(installed);
  for (const file of files) {
    const { size, mtimeMs } = statSync(join(root, file));
    hash.update(`\n${file}\0${size}\0${mtimeMs}`);
  }
  return hash.digest('hex');
}

/** @param {string} root @param {string[]} files @param {string} installed */
function contentFingerprint(root, files, installed) {
  const hash = createHash('sha256').update(installed);
  for (const file of files) hash.update(`\0${file}\0`).update(readFileSync(join(root, file)));
  return hash.digest('hex');
}

/** @param {string} root @returns {BuildStamp | null} */
function readBuildStamp(root) {
  try {
    const { stats, content } = JSON.parse(readFileSync(buildStamp(root), 'utf8'));
    return { stats, content };
  } catch {
    return null;
  }
}

/** @param {string} path */
function readText(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
