import { spawn } from 'node:child_process';
import { SetupInterrupted } from './setup-error.mjs';

/** @type {NodeJS.Signals[]} */
const FORWARDED = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs a script with this Node, signals passed on. Its output goes to standard error; lines that `onLine`
 * accepts (by returning true) are kept from the user.
 *
 * @param {string[]} args script and its arguments
 * @param {{ cwd: string, onPid?: (pid: number) => void, onLine?: (line: string) => boolean }} options
 * @returns {Promise<number>} exit code
 * @throws {SetupInterrupted} after the child has ended, when this process was told to end
 */
export async function runNode(args, { cwd, onPid, onLine }) {
  const child = spawn(process.execPath, args, { cwd, stdio: ['ignore', onLine ? 'pipe' : 2, 2] });
  if (child.pid !== undefined) onPid?.(child.pid);
  let output = '';
  child.stdout?.setEncoding('utf8').on('data', (text) => {
    output += text;
  });
  /** @type {NodeJS.Signals | null} */
  let received = null;
  /** @param {NodeJS.Signals} signal */
  const forward = (signal) => {
    received = signal;
    child.kill(signal);
  };
  for (const signal of FORWARDED) process.on(signal, forward);
  try {
    const code = await new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (exitCode) => resolve(exitCode ?? 1));
    });
    if (received !== null) throw new SetupInterrupted(received);
    const shown = output.split('\n').filter((line) => line !== '' && !onLine?.(line));
    if (shown.length > 0) process.stderr.write(`${shown.join('\n')}\n`);
    return code;
  } finally {
    for (const signal of FORWARDED) process.off(signal, forward);
  }
}
