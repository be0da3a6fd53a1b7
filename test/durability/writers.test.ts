/** Two writers at once, and locks that processes leave behind. */
import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LOCK_FOLDER, withOwnMarketLock } from '../../src/ingest/imports/own-market/own-market-lock.js';
import { thisProcess } from '../../src/ingest/imports/own-market/process-identity.js';
import { readOwnManifest } from '../../src/store/own-manifest.js';
import { type MarketFolder, temporaryMarket } from '../fixtures/imported-market.js';
import { offersFile, startImport } from './child-process.js';

let folder: MarketFolder;
beforeEach(() => {
  folder = temporaryMarket();
});
afterEach(() => folder.remove());

const silently = { wait: 2000, say: () => {} };

describe('two imports at once', () => {
  it('run one after the other, and none is lost', async () => {
    const paths = [1, 2, 3].map((seed) => folder.file(`${seed}.csv`, offersFile(3000, seed)));
    const children = paths.map((path) => startImport({ own: folder.own, path, waitMs: 60_000 }));
    await Promise.all(children.map(({ ended }) => ended));
    expect(children.flatMap(({ told }) => told.filter(({ failure }) => failure !== undefined))).toEqual([]);
    const manifest = await readOwnManifest(folder.own);
    expect(manifest?.imports.map(({ fileName }) => fileName).sort()).toEqual(['1.csv', '2.csv', '3.csv']);
  });

  it('say once that they wait, and go on when the other has ended', async () => {
    const path = folder.file('a.csv', offersFile(100, 1));
    const child = await withOwnMarketLock(folder.own, silently, async () => {
      const started = startImport({ own: folder.own, path, waitMs: 60_000 });
      await started.until(({ said }) => said !== undefined);
      expect(await readOwnManifest(folder.own)).toBe(null);
      return started;
    });
    expect(await child.until(({ outcome }) => outcome !== undefined)).not.toBe(null);
    const said = child.told.flatMap((told) => told.said ?? []);
    expect(said).toHaveLength(1);
    expect(said[0]).toContain(`process ${process.pid}`);
  });

  it('give up after the wait and name the other process', async () => {
    const path = folder.file('a.csv', offersFile(100, 1));
    await withOwnMarketLock(folder.own, silently, async () => {
      const child = startImport({ own: folder.own, path, waitMs: 300 });
      await child.ended;
      expect(child.told.at(-1)?.failure).toMatchObject({
        name: 'UsageError',
        code: 'OWN_MARKET_BUSY',
        message: expect.stringContaining(`process ${process.pid}`),
      });
    });
  });
});

describe('the lock', () => {
  it('lets in one of many at a time', async () => {
    let inside = 0;
    let most = 0;
    const done = await Promise.all(
      Array.from({ length: 12 }, (_, at) =>
        withOwnMarketLock(folder.own, { wait: 60_000, say: () => {} }, async () => {
          inside += 1;
          most = Math.max(most, inside);
          await new Promise((resolve) => setTimeout(resolve, 5));
          inside -= 1;
          return at;
        }),
      ),
    );
    expect([most, done]).toEqual([1, Array.from({ length: 12 }, (_, at) => at)]);
    expect(readdirSync(join(folder.own, LOCK_FOLDER))).toEqual([]);
  });

  it('is released when the work fails', async () => {
    const failing = withOwnMarketLock(folder.own, silently, async () => {
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await withOwnMarketLock(folder.own, silently, async () => 'yes')).toBe('yes');
  });

  /** A lock as a process leaves it that was killed. */
  function leave(changes: Partial<ReturnType<typeof thisProcess>>): void {
    const { machine, pid, started } = { ...thisProcess(), ...changes };
    mkdirSync(join(folder.own, LOCK_FOLDER), { recursive: true });
    writeFileSync(join(folder.own, LOCK_FOLDER, `${machine}-${pid}-${started}-0123456789ab`), '');
  }

  it('of a process that is gone is taken over at once', async () => {
    const child = spawn(process.execPath, ['-e', '']);
    await new Promise((resolve) => child.once('close', resolve));
    leave({ pid: child.pid as number, started: '1' });
    expect(await withOwnMarketLock(folder.own, { wait: 0, say: () => {} }, async () => 'taken')).toBe('taken');
  });

  it('of a process before us with our own number is taken over', async () => {
    leave({});
    expect(await withOwnMarketLock(folder.own, { wait: 0, say: () => {} }, async () => 'taken')).toBe('taken');
  });

  it.runIf(process.platform === 'linux')(
    'of a number that belongs to another process by now is taken over',
    async () => {
      leave({ pid: process.ppid, started: '1' });
      expect(await withOwnMarketLock(folder.own, { wait: 0, say: () => {} }, async () => 'taken')).toBe('taken');
    },
  );

  it('of another machine is respected while it may be alive', async () => {
    leave({ machine: '0123456789ab' });
    await expect(withOwnMarketLock(folder.own, { wait: 200, say: () => {} }, async () => 1)).rejects.toMatchObject({
      code: 'OWN_MARKET_BUSY',
    });
  });

  it('notices when it was taken away', async () => {
    const work = withOwnMarketLock(folder.own, silently, async ({ verify }) => {
      await verify();
      for (const name of readdirSync(join(folder.own, LOCK_FOLDER))) {
        const { rmSync } = await import('node:fs');
        rmSync(join(folder.own, LOCK_FOLDER, name));
      }
      await verify();
    });
    await expect(work).rejects.toMatchObject({ code: 'OWN_MARKET_LOCK_LOST' });
  });
});
