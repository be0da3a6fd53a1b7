import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { acquireLock, isProcessAlive, isStale, parseHolder } from '../../scripts/launch/lock.mjs';

/** Above the highest process id of the platforms we run on. */
const NOBODY = 2 ** 30;

describe('whether a lock may be taken over', () => {
  const holder = { pid: 10, host: 'here', child: 11 };
  const seen = { unchangedMs: 0, pid: 99, host: 'here' };
  const alive =
    (...pids: number[]) =>
    (pid: number) =>
      pids.includes(pid);

  it('not while its holder lives and touches it', () => {
    expect(isStale(holder, { ...seen, isAlive: alive(10) })).toBe(false);
  });

  it('not while the child of a killed holder still writes', () => {
    expect(isStale(holder, { ...seen, unchangedMs: 60_000, isAlive: alive(11) })).toBe(false);
  });

  it('at once when nobody named in it lives', () => {
    expect(isStale(holder, { ...seen, isAlive: alive() })).toBe(true);
  });

  it('when its process id was given to another, which does not touch it', () => {
    expect(isStale(holder, { ...seen, unchangedMs: 20_000, isAlive: alive(10) })).toBe(true);
    expect(isStale({ ...holder, pid: seen.pid }, { ...seen, isAlive: alive(seen.pid) })).toBe(true);
  });

  it('of another machine or of unreadable content only after long silence', () => {
    for (const unknown of [{ ...holder, host: 'there' }, null]) {
      expect(isStale(unknown, { ...seen, isAlive: alive() })).toBe(false);
      expect(isStale(unknown, { ...seen, unchangedMs: 20_000, isAlive: alive() })).toBe(true);
    }
  });
});

describe('the lock', () => {
  let folder: string;
  let path: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'goingrate-lock-'));
    path = join(folder, 'deep', 'setup.lock');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('names its holder and its child, and is gone when released', async () => {
    const lock = await acquireLock(path);
    expect(parseHolder(readFileSync(path, 'utf8'))).toEqual({ pid: process.pid, host: hostname(), child: null });
    lock.setChild(1234);
    expect(parseHolder(readFileSync(path, 'utf8'))?.child).toBe(1234);
    lock.release();
    expect(existsSync(path)).toBe(false);
  });

  it('of a dead process is taken over without waiting', async () => {
    (await acquireLock(path)).release();
    writeFileSync(path, JSON.stringify({ pid: NOBODY, host: hostname(), child: null }));
    let waited = false;
    const onWait = () => {
      waited = true;
    };
    const lock = await acquireLock(path, { onWait });
    expect(parseHolder(readFileSync(path, 'utf8'))?.pid).toBe(process.pid);
    expect(waited).toBe(false);
    expect(existsSync(`${path}.takeover`)).toBe(false);
    lock.release();
  });

  it('of a living process is waited for, said once', async () => {
    (await acquireLock(path)).release();
    writeFileSync(path, JSON.stringify({ pid: process.ppid, host: hostname(), child: null }));
    let said = 0;
    const second = acquireLock(path, {
      onWait: () => {
        said += 1;
        setTimeout(() => rmSync(path), 250);
      },
    });
    (await second).release();
    expect(said).toBe(1);
  });
});

describe('a process', () => {
  it('is alive or not', () => {
    expect(isProcessAlive(process.pid)).toBe(true);
    expect(isProcessAlive(NOBODY)).toBe(false);
  });
});

describe('a holder', () => {
  it.each(['', '{', 'null', '{"pid":"1","host":"a"}', '{"pid":1}'])('cannot be read from %j', (text) => {
    expect(parseHolder(text)).toBeNull();
  });
});
