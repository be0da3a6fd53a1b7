/** One writer of a folder at a time. */
import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { UsageError } from '../../../core/errors.js';
import { type ProcessIdentity, presenceOf, thisProcess } from './process-identity.js';

export interface LockOptions {
  /** Longest time to wait for another writer, milliseconds. */
  readonly wait: number;
  /** Says once that another writer is waited for. */
  readonly say: (message: string) => void;
}

/** What the holder of the lock may ask. */
export interface HeldLock {
  /** @throws {UsageError} OWN_MARKET_LOCK_LOST when another writer took over because this one was silent for long. */
  verify(): Promise<void>;
}

/** Folder of the locks, inside the folder that is locked. */
export const LOCK_FOLDER = '.lock';

const POLL_MS = 100;
const HEARTBEAT_MS = 2_000;
/** A writer whose process cannot be asked for is gone when it was silent for so long, by the clock of the waiter. */
const SILENT_MS = 30_000;

/**
 * Does some work as the only writer of a folder.
 *
 * Whoever wants the lock puts an empty file of its own into the folder of locks and looks around: it has the lock when
 * it is the only one there whose process lives. Two that see each other both step back for a moment. As every file
 * belongs to one process for ever, removing the one of a dead process cannot hit anybody else; so a lock survives
 * nothing but its process, which is told by number and time of start.
 *
 * @param directory made when it is not there
 * @throws {UsageError} OWN_MARKET_BUSY when another writer is still there after the wait
 * @example await withOwnMarketLock(home.own, { wait: 120_000, say }, async () => { ... })
 */
export async function withOwnMarketLock<T>(
  directory: string,
  { wait, say }: LockOptions,
  work: (lock: HeldLock) => Promise<T>,
): Promise<T> {
  const folder = join(directory, LOCK_FOLDER);
  await mkdir(folder, { recursive: true });
  const name = await acquire(folder, { wait, say });
  const path = join(folder, name);
  const heartbeat = setInterval(() => {
    const now = new Date();
    utimes(path, now, now).catch(() => undefined);
  }, HEARTBEAT_MS);
  heartbeat.unref();
  try {
    return await work({ verify: () => verify(path) });
  } finally {
    clearInterval(heartbeat);
    await rm(path, { force: true });
    held.delete(name);
  }
}

/** Locks of this very process: its number and start alone would not tell two of them apart. */
const held = new Set<string>();

async function acquire(folder: string, { wait, say }: LockOptions): Promise<string> {
  const watched = new Map<string, Sighting>();
  const until = performance.now() + wait;
  let told = false;
  for (;;) {
    const other = await otherHolder(folder, watched, null);
    const name = other === null ? await tryTake(folder, watched) : null;
    if (name !== null) return name;
    if (other !== null && !told) {
      told = true;
      say(`Waiting for another run of this program (process ${other.pid}) that is writing here.`);
    }
    if (performance.now() >= until) {
      throw new UsageError(
        'OWN_MARKET_BUSY',
        `Another run of this program${other === null ? '' : ` (process ${other.pid})`} is writing there.`,
        'Wait until it has ended, or end it, then run this again.',
      );
    }
    await sleep(POLL_MS * (0.5 + Math.random()));
  }
}

/** @returns the name of the lock, or null when somebody else was faster */
async function tryTake(folder: string, watched: Map<string, Sighting>): Promise<string | null> {
  const name = lockName(thisProcess());
  held.add(name);
  await (await open(join(folder, name), 'wx')).close();
  if ((await otherHolder(folder, watched, name)) === null) return name;
  await rm(join(folder, name), { force: true });
  held.delete(name);
  return null;
}

interface Sighting {
  readonly touchedMs: number;
  readonly sinceMs: number;
}

/** Somebody else whose lock counts; locks of processes that are gone are removed. */
async function otherHolder(
  folder: string,
  watched: Map<string, Sighting>,
  own: string | null,
): Promise<ProcessIdentity | null> {
  for (const name of await readdir(folder)) {
    if (name === own) continue;
    const holder = parseLock(name);
    if (holder === null) continue;
    if (await isHeld(folder, { name, holder, watched })) return holder;
    await rm(join(folder, name), { force: true });
  }
  return null;
}

interface Watched {
  readonly name: string;
  readonly holder: ProcessIdentity;
  readonly watched: Map<string, Sighting>;
}

async function isHeld(folder: string, { name, holder, watched }: Watched): Promise<boolean> {
  const me = thisProcess();
  if (holder.machine === me.machine && holder.pid === me.pid) {
    // Our own number: ours if we know it, else of a process before us that had the same number.
    return held.has(name);
  }
  const presence = presenceOf(holder);
  if (presence !== 'unsure') return presence === 'there';
  const file = await stat(join(folder, name)).catch(() => null);
  if (file === null) return false;
  const before = watched.get(name);
  const now = performance.now();
  if (before === undefined || before.touchedMs !== file.mtimeMs) {
    watched.set(name, { touchedMs: file.mtimeMs, sinceMs: now });
    return true;
  }
  return now - before.sinceMs < SILENT_MS;
}

/** All that is known of a holder stands in the name, so that there is no lock without it. */
function lockName({ machine, pid, started }: ProcessIdentity): string {
  return `${machine}-${pid}-${started}-${randomBytes(6).toString('hex')}`;
}

function parseLock(name: string): ProcessIdentity | null {
  const match = /^([0-9a-f]{12})-(\d+)-(\w+)-[0-9a-f]{12}$/.exec(name);
  return match === null ? null : { machine: match[1] as string, pid: Number(match[2]), started: match[3] as string };
}

async function verify(path: string): Promise<void> {
  const there = await stat(path).catch(() => null);
  if (there !== null) return;
  throw new UsageError(
    'OWN_MARKET_LOCK_LOST',
    'Another run of this program took over because this one did not answer for long.',
    'Run this again.',
  );
}
