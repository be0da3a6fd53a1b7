/** Runs the built command line as a user would: a process of its own, its streams piped. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

export const ROOT = resolve(import.meta.dirname, '..', '..');
export const ENTRY = join(ROOT, 'dist', 'cli', 'main.js');
export const SHIPPED_MARKET = join(ROOT, 'market');

export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** What stands on standard input; nothing when left out. */
  readonly stdin?: string | Uint8Array;
}

/** A home that does not exist: nobody's own data or updated sources are in what is tested. */
const NO_HOME = join(tmpdir(), 'goingrate-no-home');

/** What a shell hands on: nothing of the test run's own settings of colour and width. */
export function plainEnvironment(more: Readonly<Record<string, string>> = {}): Record<string, string> {
  const kept = ['PATH', 'HOME', 'TMPDIR', 'TEMP', 'SYSTEMROOT', 'LANG'].flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return { ...Object.fromEntries(kept), TERM: 'xterm-256color', GOINGRATE_HOME: NO_HOME, ...more };
}

/** Runs `goingrate` with these arguments. */
export function goingrate(args: readonly string[], options: RunOptions = {}): Promise<Outcome> {
  return run(process.execPath, [ENTRY, ...args], options);
}

/** Runs any program to its end. */
export function run(program: string, args: readonly string[], { env, cwd, stdin }: RunOptions = {}): Promise<Outcome> {
  if (!existsSync(ENTRY)) throw new Error(`${ENTRY} is missing: run npm test, which builds first`);
  return new Promise((done, fail) => {
    const child = spawn(program, [...args], {
      env: plainEnvironment(env),
      cwd: cwd ?? ROOT,
      stdio: [stdin === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
    });
    // A program that ends before it has read everything closes the pipe; its exit code is what counts.
    child.stdin?.on('error', () => {});
    child.stdin?.end(stdin);
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout?.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr?.on('data', (chunk: Buffer) => err.push(chunk));
    child.on('error', fail);
    child.on('close', (code) =>
      done({ code, stdout: Buffer.concat(out).toString(), stderr: Buffer.concat(err).toString() }),
    );
  });
}

/** A word of a POSIX shell's command. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

/** Lines of a text, without the empty one after the last line feed. */
export function linesOf(text: string): string[] {
  return text === '' ? [] : text.replace(/\n$/, '').split('\n');
}
