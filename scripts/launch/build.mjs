import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { bundleIslands } from './bundle.mjs';
import { runNode } from './child.mjs';
import { currentBuildStamp, ENTRY, markBuilt } from './readiness.mjs';
import { SetupError } from './setup-error.mjs';

/** What the last build wrote, to remove from `dist` what came of sources that are gone. */
const outputsPath = (/** @type {string} */ root) => join(root, 'dist', '.build-outputs.json');

/**
 * Compiles `src` into `dist` and bundles the browser islands of `web`.
 *
 * @param {string} root
 * @param {string} installed from `wantedInstall`
 * @param {{ onPid: (pid: number) => void, say: (message: string) => void }} effects
 * @throws {SetupError} when the compiler finds a fault
 */
export async function build(root, installed, { onPid, say }) {
  say('building');
  markBuilt(root, null);
  mkdirSync(join(root, 'dist'), { recursive: true });
  const stamp = currentBuildStamp(root, installed);
  /** @type {string[]} */
  const outputs = [];
  const onLine = (/** @type {string} */ line) => {
    const emitted = /^TSFILE: (.+)$/.exec(line)?.[1];
    if (emitted === undefined) return false;
    outputs.push(relative(root, resolve(root, emitted.trim())).replaceAll('\\', '/'));
    return true;
  };
  const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const code = await runNode([compiler, '-p', root, '--listEmittedFiles'], { cwd: root, onPid, onLine });
  if (code !== 0) {
    throw new SetupError(`Building failed (tsc ended with code ${code}): mend the faults named above and run again.`);
  }
  await bundleIslands(root);
  removeLeftovers(root, outputs);
  if (process.platform !== 'win32') chmodSync(join(root, ENTRY), 0o755);
  markBuilt(root, stamp);
}

/** @param {string} root @param {string[]} outputs of this build, relative to the root */
function removeLeftovers(root, outputs) {
  const current = new Set(outputs);
  for (const file of readOutputs(root)) {
    if (/^dist\/(?!.*\.\.)/.test(file) && !current.has(file)) rmSync(join(root, file), { force: true });
  }
  writeFileSync(outputsPath(root), JSON.stringify(outputs));
}

/** @param {string} root @returns {string[]} */
function readOutputs(root) {
  try {
    return JSON.parse(readFileSync(outputsPath(root), 'utf8'));
  } catch {
    return [];
  }
}
