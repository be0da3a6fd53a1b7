import { relative, resolve } from 'node:path';

/** The question asked by a bare `npm start`. */
export const DEFAULT_QUESTION = Object.freeze(['report', 'Machine Learning Lead', '--in', 'US']);

/**
 * The command line to run.
 *
 * @param {readonly string[]} given what followed `npm start --`
 * @returns {readonly string[]} the default question when nothing was given
 */
export function commandArguments(given) {
  return given.length === 0 ? DEFAULT_QUESTION : given;
}

/**
 * The directory against which the user's paths are resolved.
 *
 * npm runs scripts in the package's root and keeps the user's own directory in INIT_CWD. That variable is
 * inherited by everything below an npm script, so it only counts when this process was started in the root.
 *
 * @param {{ root: string, cwd: string, initCwd: string | undefined }} from
 * @returns {string}
 */
export function workingDirectory({ root, cwd, initCwd }) {
  const startedInRoot = relative(root, cwd) === '';
  return startedInRoot && initCwd ? resolve(root, initCwd) : cwd;
}
