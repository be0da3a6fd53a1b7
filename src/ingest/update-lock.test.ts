import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { withUpdateLock } from './update-lock.js';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'update-lock-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

const path = () => join(folder, 'home', 'lock');
const said: string[] = [];
const options = (waitMs = 10_000, signal = new AbortController().signal) => ({
  waitMs,
  signal,
  say: (message: string) => void said.push(message),
});

async function leave(holder: object, age = 0): Promise<void> {
  await withUpdateLock(path(), options(), async () => {});
  await writeFile(path(), JSON.stringify(holder));
  const then = new Date(Date.now() - age);
  await utimes(path(), then, then);
}

/** A process number that no process has. */
const DEAD = 2 ** 22 + 1;

describe('withUpdateLock', () => {
  it('lets one work at a time, and says that others wait', async () => {
    said.length = 0;
    let inside = 0;
    let most = 0;
    const work = () =>
      withUpdateLock(path(), options(), async () => {
        most = Math.max(most, ++inside);
        await sleep(20);
        inside -= 1;
      });
    await Promise.all([work(), work(), work()]);
    expect(most).toBe(1);
    expect(said).toHaveLength(2);
    expect(await readdir(join(folder, 'home'))).toEqual([]);
  });

  it('is free again when the work fails', async () => {
    await expect(withUpdateLock(path(), options(), () => Promise.reject(new Error('x')))).rejects.toThrow('x');
    expect(await withUpdateLock(path(), options(), async () => 'free')).toBe('free');
  });

  it('does not wait for ever, and not when it is stopped', async () => {
    await leave({ pid: process.pid, host: hostname(), token: 'other' });
    const never = () => Promise.reject(new Error('worked'));
    await expect(withUpdateLock(path(), options(0), never)).rejects.toMatchObject({
      code: 'UPDATE_UNDER_WAY',
      exitCode: 2,
    });
    const stop = new AbortController();
    const waiting = withUpdateLock(path(), options(10_000, stop.signal), never);
    stop.abort();
    await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
  });

  it.each<[string, object, number]>([
    ['was killed', { pid: DEAD, host: hostname(), token: 'other' }, 0],
    ['has been silent for long', { pid: process.pid, host: 'elsewhere', token: 'other' }, 120_000],
    ['left something unreadable long ago', ['?'], 120_000],
  ])('takes over from one that %s', async (_, holder, age) => {
    await leave(holder, age);
    expect(await withUpdateLock(path(), options(0), async () => 'mine')).toBe('mine');
    expect(await readdir(join(folder, 'home'))).toEqual([]);
  });

  it('tells one that was taken over from', async () => {
    const taken = withUpdateLock(path(), options(), async ({ verify }) => {
      await verify();
      await writeFile(path(), JSON.stringify({ pid: 1, host: 'elsewhere', token: 'other' }));
      await verify();
    });
    await expect(taken).rejects.toMatchObject({ code: 'UPDATE_LOCK_LOST' });
    expect(await readdir(join(folder, 'home'))).toEqual(['lock']);
  });
});
