/** A long answer on a terminal through the user's pager, as git does. */
import { spawn } from 'node:child_process';

type Environment = Readonly<Record<string, string | undefined>>;

export interface PagedStream {
  readonly isTTY?: boolean;
  readonly rows?: number;
}

/** What less is run with unless LESS says otherwise: leave when one screen is enough, pass colour on, do not clear. */
const LESS = 'FRX';

const DEFAULT_PAGER = `less -${LESS}`;

/** What a shell ends with when it finds no such command. */
const NO_SUCH_COMMAND = 127;

/**
 * The pager for a text on a stream: GOINGRATE_PAGER, else PAGER, else `less -FRX`.
 *
 * @returns null where the text fits the screen, or nobody pages there: pipes and files, CI, a dumb terminal, a pager
 * that is empty or `cat`
 */
export function choosePager(text: string, stream: PagedStream, env: Environment): string | null {
  const { isTTY = false, rows = 0 } = stream;
  if (!isTTY || rows < 1 || env.TERM === 'dumb' || isSet(env.CI)) return null;
  if (countLines(text) < rows) return null;
  const pager = (env.GOINGRATE_PAGER ?? env.PAGER ?? DEFAULT_PAGER).trim();
  return pager === '' || pager === 'cat' ? null : pager;
}

/**
 * Shows a text in a pager and waits until the reader has left it.
 *
 * Ctrl-C is the pager's while it runs. A reader who leaves early is no failure.
 *
 * @returns false where there is no such pager, and nothing was shown
 */
export function showInPager(text: string, pager: string, env: Environment = process.env): Promise<boolean> {
  const unheard = (): void => {};
  process.on('SIGINT', unheard);
  return new Promise<boolean>((done) => {
    const child = spawn(pager, {
      shell: true,
      stdio: ['pipe', 'inherit', pager === DEFAULT_PAGER ? 'ignore' : 'inherit'],
      env: { ...env, LESS: env.LESS ?? LESS, LV: env.LV ?? '-c' },
    });
    child.on('error', () => done(false));
    child.on('close', (code) => done(code !== NO_SUCH_COMMAND));
    child.stdin?.on('error', unheard);
    child.stdin?.end(text);
  }).finally(() => process.off('SIGINT', unheard));
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== '' && value !== 'false' && value !== '0';
}

function countLines(text: string): number {
  let lines = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines += 1;
  return lines;
}
