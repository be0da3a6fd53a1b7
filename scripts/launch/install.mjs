import { chmodSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runNode } from './child.mjs';
import { findNpmCli } from './npm-cli.mjs';
import { markInstalled } from './readiness.mjs';
import { SetupError } from './setup-error.mjs';

/**
 * Makes node_modules match the lockfile, with `npm ci` unless npm itself has recorded that it does.
 *
 * @param {string} root
 * @param {string} wanted
 * @param {{ onPid: (pid: number) => void, say: (message: string) => void }} effects
 * @throws {SetupError} when npm fails
 */
export async function install(root, wanted, { onPid, say }) {
  markInstalled(root, null);
  const recorded = readJson(join(root, 'node_modules', '.package-lock.json'));
  if (!matchesLockfile(recorded, readJson(join(root, 'package-lock.json')))) {
    say('installing packages, this takes a minute');
    const npm = findNpmCli({
      execPath: process.execPath,
      npmExecPath: process.env.npm_execpath,
      path: process.env.PATH,
    });
    // Development packages are needed to build; no package needs an install script.
    const options = ['--include=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline'];
    const code = await runNode([npm, 'ci', '--prefix', root, '--loglevel=error', ...options], { cwd: root, onPid });
    if (code !== 0) {
      throw new SetupError(`Installing packages failed (npm ci ended with code ${code}): see above, then run again.`);
    }
  }
  linkCommand(root);
  markInstalled(root, wanted);
}

/**
 * Whether what npm recorded as installed is what the lockfile asks for on this platform.
 *
 * @typedef {{ version?: string, integrity?: string, optional?: boolean, os?: string[], cpu?: string[], libc?: string[] }} LockedPackage
 * @typedef {{ packages?: Record<string, LockedPackage> }} Lockfile
 * @param {Lockfile | null} installed node_modules/.package-lock.json, written by npm when it has finished
 * @param {Lockfile | null} wanted package-lock.json
 * @param {{ platform?: string, arch?: string }} [machine]
 */
export function matchesLockfile(installed, wanted, { platform = process.platform, arch = process.arch } = {}) {
  if (!installed?.packages || !wanted?.packages) return false;
  for (const [path, entry] of Object.entries(wanted.packages)) {
    if (path === '') continue;
    const found = installed.packages[path];
    if (found === undefined) {
      const forHere = (entry.os?.includes(platform) ?? false) && (entry.cpu?.includes(arch) ?? false);
      // Which C library is in use is left to npm: of two such packages only one is installed.
      if (entry.optional && (!forHere || entry.libc)) continue;
      return false;
    }
    if (found.version !== entry.version || found.integrity !== entry.integrity) return false;
  }
  return true;
}

/**
 * Lets `npx goingrate` find the command in this clone without asking the network.
 *
 * @param {string} root
 */
function linkCommand(root) {
  const folder = join(root, 'node_modules', '.bin');
  const link = join(folder, 'goingrate');
  mkdirSync(folder, { recursive: true });
  rmSync(link, { force: true });
  if (process.platform === 'win32') {
    writeFileSync(`${link}.cmd`, '@node "%~dp0\\..\\..\\dist\\cli\\main.js" %*\r\n');
    writeFileSync(link, '#!/bin/sh\nexec node "$(dirname "$0")/../../dist/cli/main.js" "$@"\n');
    chmodSync(link, 0o755);
  } else {
    symlinkSync('../../dist/cli/main.js', link);
  }
}

/** @param {string} path @returns {Lockfile | null} */
function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}
