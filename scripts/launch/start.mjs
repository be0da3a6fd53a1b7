import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { commandArguments, workingDirectory } from './arguments.mjs';
import { ENTRY, isReady } from './readiness.mjs';

const ROOT = resolve(import.meta.dirname, '..', '..');
const PARENT_CHECK_MS = 200;

/**
 * Sets up, then runs the command line in this same process: a second Node would cost its start-up time again,
 * and standard streams, signals and the exit code need no forwarding this way.
 */
export async function start() {
  endWithParent();
  if (!(await ensureReady())) return;
  const directory = workingDirectory({ root: ROOT, cwd: process.cwd(), initCwd: process.env.INIT_CWD });
  const entry = join(ROOT, ENTRY);
  const args = commandArguments(process.argv.slice(2));
  process.argv = [process.execPath, entry, ...args];
  process.chdir(directory);
  process.stdout.on('error', endQuietly);
  process.stderr.on('error', endQuietly);
  await import(pathToFileURL(entry).href);
}

/**
 * Installs and builds what is missing; when nothing is, it writes nothing, says nothing and takes no lock.
 * A failure is told on standard error and in the exit code.
 *
 * @returns {Promise<boolean>} whether the command line can run
 */
export async function ensureReady() {
  if (isReady(ROOT)) return true;
  const { setUp } = await import('./set-up.mjs');
  try {
    await setUp(ROOT, (message) => process.stderr.write(`Going Rate: ${message} ...\n`));
    return true;
  } catch (error) {
    const { exitCodeFor } = await import('./setup-error.mjs');
    const exitCode = exitCodeFor(error);
    if (exitCode === null || !(error instanceof Error)) throw error;
    process.exitCode = exitCode;
    process.stderr.write(`${error.message}\n`);
    return false;
  }
}

/** Sets up, then runs the tests; without a terminal the output is plain text, for other programs to read. */
export async function runTests() {
  if (!(await ensureReady())) return;
  if (!process.stdout.isTTY) process.env.NO_COLOR = '1';
  process.argv.splice(2, 0, 'run');
  await import(pathToFileURL(join(ROOT, 'node_modules', 'vitest', 'vitest.mjs')).href);
}

/**
 * npm passes a signal on to the shell it started, and the shell ends without passing it to this process. So the
 * end of the parent is taken for the signal: a server started with `npm start` ends when npm is told to.
 */
function endWithParent() {
  if (process.platform === 'win32' || process.env.npm_lifecycle_event !== 'start') return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    process.kill(process.pid, 'SIGTERM');
  }, PARENT_CHECK_MS);
  timer.unref();
}

/** @param {NodeJS.ErrnoException} error a reader such as `head` closes the pipe when it has enough */
function endQuietly(error) {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
}
