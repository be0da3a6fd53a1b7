/** One update at a time. */
import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { UsageError } from '../core/errors.js';

const HEARTBEAT_MS = 2_000;
const POLL_MS = 200;
/** A holder that did not touch its lock for so long is gone, even if another process has its number now. */
const SILENT_MS = 60_000;

export interface UpdateLockOptions {
  /** Longest time to wait for another update, milliseconds. */
  readonly waitMs: number;
  readonly signal: AbortSignal;
  /** Says once that another update is waited for. */
  readonly say: (message: string) => void;
}

export interface UpdateLock {
  /** @throws {UsageError} UPDATE_LOCK_LOST when another update took over because this one was silent for long */
  verify(): Promise<void>;
}

interface Holder {
  readonly pid: number;
  readonly host: string;
  readonly token: string;
}

/**
 * Works while no other process does so under the same lock. One that was killed has lost it.
 *
 * @param path the lock file
 * @throws {UsageError} UPDATE_UNDER_WAY after waiting in vain
 */
export async function withUpdateLock<T>(
  path: string,
  options: UpdateLockOptions,
  work: (lock: UpdateLock) => Promise<T>,
): Promise<T> {
  const holder: Holder = { pid: process.pid, host: hostname(), token: randomBytes(8).toString('hex') };
  await mkdir(dirname(path), { recursive: true });
  await take(path, holder, options);
  const heartbeat = setInterval(() => {
    const now = new Date();
    utimes(path, now, now).catch(() => {});
  }, HEARTBEAT_MS);
  const isOurs = async () => (await holderOf(path))?.token === holder.token;
  try {
    return await work({
      async verify() {
        if (await isOurs()) return;
        throw new UsageError('UPDATE_LOCK_LOST', 'Another update has taken over from this one.', 'Let it end first.');
      },
    });
  } finally {
    clearInterval(heartbeat);
    if (await isOurs()) await rm(path, { force: true });
  }
}

async function take(path: string, holder: Holder, { waitMs, signal, say }: UpdateLockOptions): Promise<void> {
  const until = performance.now() + waitMs;
  for (let told = false; ; ) {
    if (await create(path, holder)) return;
    if (await isGone(path)) {
      await clear(path);
      continue;
    }
    if (performance.now() >= until) {
      throw new UsageError(
        'UPDATE_UNDER_WAY',
        'Another update is under way.',
        'Wait until it has ended, then try again.',
      );
    }
    if (!told) say('another update is under way; waiting for it.');
    told = true;
    await sleep(POLL_MS, undefined, { signal });
  }
}

async function create(path: string, holder: Holder): Promise<boolean> {
  // Linked into its place when it is written: a lock is never seen empty.
  const aside = `${path}.${holder.token}`;
  await writeFile(aside, JSON.stringify(holder));
  try {
    await link(aside, path);
    return true;
  } catch (failure) {
    if ((failure as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw failure;
  } finally {
    await rm(aside, { force: true });
  }
}

async function isGone(path: string): Promise<boolean> {
  const holder = await holderOf(path);
  const touched = await stat(path).catch(() => null);
  if (touched === null) return true;
  if (Date.now() - touched.mtimeMs > SILENT_MS) return true;
  return holder !== null && holder.host === hostname() && !isAlive(holder.pid);
}

/** Removes the lock of a holder that is gone, unless it changed hands meanwhile: then it is put back. */
async function clear(path: string): Promise<void> {
  const aside = `${path}.${randomBytes(8).toString('hex')}`;
  await rename(path, aside).catch(() => {});
  if ((await stat(aside).catch(() => null)) !== null && !(await isGone(aside))) await link(aside, path).catch(() => {});
  await rm(aside, { force: true });
}

async function holderOf(path: string): Promise<Holder | null> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as Holder;
  } catch {
    return null;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (failure) {
    return (failure as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}
