import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { LOCK_FILE, lockSite } from './lock.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lock-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const leave = (holder: unknown) => writeFileSync(join(folder, LOCK_FILE), JSON.stringify(holder));
/** A process id that no system gives. */
const GONE = 2 ** 30;

it('is held by one at a time', () => {
  const first = lockSite(folder);
  expect(first.wasAbandoned).toBe(false);
  expect(() => lockSite(folder)).toThrow(/Another build is writing/);
  first.release();
  expect(readdirSync(folder)).toEqual([]);
  lockSite(folder).release();
});

it.each([
  ['of a process that is gone', { pid: GONE, host: hostname(), token: 'x' }],
  ['of an earlier process with the same id', { pid: process.pid, host: hostname(), token: 'x' }],
])('takes over the lock %s', (_name, holder) => {
  leave(holder);
  const lock = lockSite(folder);
  expect(lock.wasAbandoned).toBe(true);
  expect(() => lockSite(folder)).toThrow(/Another build/);
  lock.release();
  expect(readdirSync(folder)).toEqual([]);
});

const MINUTE_MS = 60_000;

it.each([
  ['of a process that lives, which may only be busy', { pid: process.ppid, host: hostname(), token: 'x' }, 50, 61],
  ['of another machine', { pid: GONE, host: 'elsewhere', token: 'x' }, 0.5, 1.1],
  ['that is being written', null, 0.5, 1.1],
])('leaves the lock %s, until it has been silent for long', (_name, holder, busyMinutes, goneMinutes) => {
  leave(holder);
  const silentFor = (minutes: number) => {
    const then = new Date(Date.now() - minutes * MINUTE_MS);
    utimesSync(join(folder, LOCK_FILE), then, then);
  };
  silentFor(busyMinutes);
  expect(() => lockSite(folder)).toThrow(/Another build/);
  silentFor(goneMinutes);
  lockSite(folder).release();
});

it('is never taken from a build of this process, however long that is busy', () => {
  const first = lockSite(folder);
  utimesSync(join(folder, LOCK_FILE), new Date(0), new Date(0));
  expect(() => lockSite(folder)).toThrow(/Another build/);
  first.release();
  lockSite(folder).release();
});
