import { mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * A lock is a file naming its holder. The holder touches it every second; a holder that is dead, or silent for
 * long (its process id may since belong to another), has lost it. A child that outlives a killed holder still
 * owns the files it is writing, so it is waited for.
 *
 * @typedef {{ pid: number, host: string, child: number | null }} Holder
 * @typedef {{ text: string, touchedMs: number }} Sighting
 * @typedef {{ setChild(pid: number | null): void, release(): void }} Lock
 */

const HEARTBEAT_MS = 1_000;
const POLL_MS = 100;
/** A holder that has not touched the lock for so long, as watched by the waiter's own clock, is gone. */
const SILENT_MS = 20_000;
/** The same for a child left behind by a holder that was killed: nobody touches the lock for it. */
const ORPHAN_MS = 600_000;

/**
 * Whether a lock as seen may be taken over.
 *
 * @param {Holder | null} holder null when the file cannot be read as a holder
 * @param {{ unchangedMs: number, pid: number, host: string, isAlive: (pid: number) => boolean }} seen
 * @returns {boolean}
 */
export function isStale(holder, { unchangedMs, pid, host, isAlive }) {
  if (holder === null || holder.host !== host) return unchangedMs >= SILENT_MS;
  if (holder.pid !== pid && isAlive(holder.pid)) return unchangedMs >= SILENT_MS;
  if (holder.child !== null && isAlive(holder.child)) return unchangedMs >= ORPHAN_MS;
  return true;
}

/**
 * Takes the lock, waiting for whoever holds it.
 *
 * @param {string} path
 * @param {{ onWait?: () => void }} [options] `onWait` is called once, when there is something to wait for
 * @returns {Promise<Lock>}
 */
export async function acquireLock(path, { onWait } = {}) {
  mkdirSync(dirname(path), { recursive: true });
  /** @type {Sighting | null} */
  let last = null;
  let since = performance.now();
  let told = false;
  for (;;) {
    if (create(path)) return hold(path);
    const now = sight(path);
    if (now === null) continue;
    if (last === null || now.text !== last.text || now.touchedMs !== last.touchedMs) since = performance.now();
    last = now;
    const unchangedMs = performance.now() - since;
    const stale = isStale(parseHolder(now.text), {
      unchangedMs,
      pid: process.pid,
      host: hostname(),
      isAlive: isProcessAlive,
    });
    if (stale && removeStale(path, now.text)) continue;
    if (!stale && !told) {
      told = true;
      onWait?.();
    }
    await sleep(POLL_MS);
  }
}

/** @param {string} path */
function create(path) {
  mkdirSync(dirname(path), { recursive: true });
  return createExclusively(path, describeHolder(null));
}

/** @param {string} path @param {string} text */
function createExclusively(path, text) {
  try {
    writeFileSync(path, text, { flag: 'wx' });
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  }
}

/** @param {string} path @returns {Lock} */
function hold(path) {
  const heartbeat = setInterval(() => {
    const now = new Date();
    quietly(() => utimesSync(path, now, now));
  }, HEARTBEAT_MS);
  heartbeat.unref();
  return {
    setChild(pid) {
      const aside = `${path}.${process.pid}`;
      writeFileSync(aside, describeHolder(pid));
      renameSync(aside, path);
    },
    release() {
      clearInterval(heartbeat);
      quietly(() => rmSync(path, { force: true }));
    },
  };
}

/**
 * Removes a lock found stale, unless it has changed hands meanwhile. The guard makes read-and-remove one step
 * among those who wait; it is held for microseconds, so an old one was left by a process that was killed.
 *
 * @param {string} path @param {string} text
 * @returns {boolean} whether the lock is worth asking for at once
 */
function removeStale(path, text) {
  const guard = `${path}.takeover`;
  if (!createExclusively(guard, '')) {
    const left = sight(guard);
    if (left !== null && Date.now() - left.touchedMs > SILENT_MS) rmSync(guard, { force: true });
    return false;
  }
  try {
    if (sight(path)?.text === text) rmSync(path, { force: true });
    return true;
  } finally {
    rmSync(guard, { force: true });
  }
}

/** @param {string} path @returns {Sighting | null} null when there is no such file */
function sight(path) {
  try {
    return { text: readFileSync(path, 'utf8'), touchedMs: statSync(path).mtimeMs };
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null;
    throw error;
  }
}

/** @param {number | null} child */
function describeHolder(child) {
  return JSON.stringify({ pid: process.pid, host: hostname(), child });
}

/**
 * @param {string} text
 * @returns {Holder | null}
 */
export function parseHolder(text) {
  try {
    const { pid, host, child } = JSON.parse(text);
    if (!Number.isInteger(pid) || typeof host !== 'string') return null;
    return { pid, host, child: Number.isInteger(child) ? child : null };
  } catch {
    return null;
  }
}

/**
 * Whether a process runs. One that has ended but was not yet collected by its parent still has a number, and
 * keeps it for good in a container whose first process collects nobody.
 *
 * @param {number} pid
 */
export function isProcessAlive(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return !hasCode(error, 'ESRCH');
  }
  if (process.platform !== 'linux') return true;
  try {
    return !/\) Z [^)]*$/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return true;
  }
}

/** @param {() => void} action whose failure changes nothing: the file may have been removed with its folder */
function quietly(action) {
  try {
    action();
  } catch {}
}

/** @param {unknown} error @param {string} code */
function hasCode(error, code) {
  return error instanceof Error && 'code' in error && error.code === code;
}
