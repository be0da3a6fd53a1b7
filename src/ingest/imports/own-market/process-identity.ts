/** Which process a lock belongs to, and whether it is still there. */
import { createHash } from 'node:crypto';
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

export interface ProcessIdentity {
  /** Says on which machine, and in which container, process ids mean the same. */
  readonly machine: string;
  readonly pid: number;
  /** When the process began, as its system counts; `0` where that cannot be asked. */
  readonly started: string;
}

/** `gone` is certain; `unsure` where only its silence can tell. */
export type Presence = 'there' | 'gone' | 'unsure';

let machine: string | undefined;

export function thisProcess(): ProcessIdentity {
  return { machine: thisMachine(), pid: process.pid, started: startOf(process.pid) ?? '0' };
}

/**
 * Whether a process is still the one that took a lock. Its number alone does not say so: numbers are used again.
 *
 * @example presenceOf(thisProcess()) // 'there'
 */
export function presenceOf({ machine: where, pid, started }: ProcessIdentity): Presence {
  if (where !== thisMachine()) return 'unsure';
  if (!isRunning(pid)) return 'gone';
  const now = startOf(pid);
  if (now === null || started === '0') return 'unsure';
  return now === started ? 'there' : 'gone';
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (thrown) {
    return (thrown as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

/** Clock ticks since the system began; on Linux alone. One that has ended but was not collected has no start. */
function startOf(pid: number): string | null {
  if (process.platform !== 'linux') return null;
  try {
    // The name of a process may hold spaces and brackets: what counts stands behind the last one.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' || fields[0] === 'X' ? 'ended' : (fields[19] ?? null);
  } catch {
    return null;
  }
}

function thisMachine(): string {
  machine ??= createHash('sha256')
    .update([hostname(), ...['/proc/sys/kernel/random/boot_id'].map(contentOf), linkOf('/proc/self/ns/pid')].join('\n'))
    .digest('hex')
    .slice(0, 12);
  return machine;
}

function contentOf(path: string): string {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return '';
  }
}

function linkOf(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    return '';
  }
}
