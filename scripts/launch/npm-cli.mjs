import { existsSync, realpathSync } from 'node:fs';
import { basename, delimiter, dirname, join } from 'node:path';
import { SetupError } from './setup-error.mjs';

/**
 * npm's own JavaScript entry, to be run by this very Node: `npm.cmd` cannot be spawned without a shell on Windows.
 *
 * @param {{ execPath: string, npmExecPath: string | undefined, path: string | undefined,
 *           exists?: (file: string) => boolean, realPath?: (file: string) => string }} where
 * @returns {string} path of npm-cli.js
 * @throws {SetupError} when no npm is found
 */
export function findNpmCli({ execPath, npmExecPath, path, exists = existsSync, realPath = realpathSync }) {
  const beside = dirname(execPath);
  const candidates = [
    ...(npmExecPath && /^np[mx]-cli\.[cm]?js$/.test(basename(npmExecPath))
      ? [join(dirname(npmExecPath), 'npm-cli.js')]
      : []),
    join(beside, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(beside, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(beside, '..', 'share', 'nodejs', 'npm', 'bin', 'npm-cli.js'),
    ...(path ?? '')
      .split(delimiter)
      .map((folder) => join(folder, 'npm'))
      .filter(exists)
      .map((file) => join(dirname(realPath(file)), 'npm-cli.js')),
  ];
  const found = candidates.find(exists);
  if (found === undefined) throw new SetupError('npm was not found. Install it, or run `npm start` instead.');
  return found;
}
