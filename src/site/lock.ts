/** Keeps two builds out of one folder. */
import { randomBytes } from 'node:crypto';
import { readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { UsageError } from '../core/errors.js';

export const LOCK_FILE = '.goingrate-site.lock';

/** How often a holder shows that it lives. */
const HEARTBEAT_MS = 2_000;
/** A holder on another machine that is silent for so long is gone. */
const SILENT_MS = 60_000;
/**
 * A holder on this machine is asked for instead, since one that is busy cannot show that it lives; but after so long
 * its process id belongs to another.
 */
const SILENT_HERE_MS = 3_600_000;

interface Holder {
  readonly pid: number;
  readonly host: string;
  /** Tells two builds of one process apart. */
  readonly token: string;
}

const HELD = new Set<string>();

export interface SiteLock {
  /** Whether the build that held it before ended without giving it back: it may have left unfinished files. */
  readonly wasAbandoned: boolean;
  release(): void;
}

/**
 * Takes the lock of a folder.
 *
 * @throws {UsageError} SITE_IN_USE while another build holds it
 */
export function lockSite(folder: string): SiteLock {
  const path = join(folder, LOCK_FILE);
  const holder: Holder = { pid: process.pid, host: hostname(), token: randomBytes(6).toString('hex') };
  const isFree = create(path, holder);
  if (!isFree && !(removeIfStale(path, holder) && create(path, holder))) {
    throw new UsageError(
      'SITE_IN_USE',
      `Another build is writing to ${folder}.`,
      'Wait until it has ended, or give --out another folder.',
    );
  }
  HELD.add(holder.token);
  const beat = setInterval(() => touch(path), HEARTBEAT_MS);
  beat.unref();
  return {
    wasAbandoned: !isFree,
    release() {
      clearInterval(beat);
      HELD.delete(holder.token);
      if (read(path)?.token === holder.token) rmSync(path, { force: true });
    },
  };
}

function create(path: string, holder: Holder): boolean {
  try {
    writeFileSync(path, JSON.stringify(holder), { flag: 'wx' });
    return true;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw cause;
  }
}

/** Takes a stale lock away; of two builds that try, the rename lets one. */
function removeIfStale(path: string, own: Holder): boolean {
  const seen = read(path);
  if (!isStale(path, seen, own)) return false;
  const aside = `${path}.${own.token}`;
  try {
    renameSync(path, aside);
  } catch {
    return true;
  }
  const isTheStale = read(aside)?.token === seen?.token;
  // Meanwhile another build had taken it: back with it.
  if (isTheStale) rmSync(aside, { force: true });
  else renameSync(aside, path);
  return isTheStale;
}

function isStale(path: string, holder: Holder | null, own: Holder): boolean {
  const silentMs = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0);
  if (holder === null || holder.host !== own.host) return silentMs > SILENT_MS;
  if (holder.pid === own.pid) return !HELD.has(holder.token);
  return silentMs > SILENT_HERE_MS || !isAlive(holder.pid);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function read(path: string): Holder | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Holder;
  } catch {
    return null;
  }
}

function touch(path: string): void {
  try {
    const now = new Date();
    utimesSync(path, now, now);
  } catch {
    // Somebody removed it; the build goes on.
  }
}
