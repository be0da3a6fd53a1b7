/** A disk that is full in the middle of an import. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifyFiles } from '../../src/store/market-files.js';
import { readOwnManifest } from '../../src/store/own-manifest.js';
import type { Manifest } from '../../src/store/port.js';
import { importInput, inputOf, type MarketFolder, temporaryMarket } from '../fixtures/imported-market.js';
import { COLUMNS, MAPPING, offersFile, startImport } from './child-process.js';
import { READING } from './child-reading.mjs';

let folder: MarketFolder;
let mounted: string | null = null;
beforeEach(() => {
  folder = temporaryMarket();
});
afterEach(() => {
  if (mounted !== null) spawnSync('umount', [mounted]);
  mounted = null;
  folder.remove();
});

async function importFirst(own: string) {
  const first = folder.file('first.csv', offersFile(500, 1));
  await importInput({ own }, inputOf(first, COLUMNS), MAPPING, { reading: READING });
  return readOwnManifest(own);
}

async function expectUntouched(own: string, before: Awaited<ReturnType<typeof readOwnManifest>>) {
  const manifest = await readOwnManifest(own);
  expect(manifest).toEqual(before);
  await verifyFiles(own, manifest as unknown as Manifest);
  expect(readdirSync(own).filter((name) => name.startsWith('.staging-'))).toEqual([]);
}

const FAILURE = {
  name: 'MarketError',
  code: 'DISK_FULL',
  message: expect.stringContaining('disk is full'),
  remedy: expect.stringContaining('Make room'),
};

describe.skipIf(process.platform === 'win32')('files that may not grow further', () => {
  // In blocks of 512 bytes: the tables, the quarantine file, the manifest.
  it.each([8, 40, 100])('are one clear error, and the market is as it was (%i blocks)', async (blocks) => {
    const before = await importFirst(folder.own);
    const path = folder.file('second.csv', offersFile(20_000, 2));
    const child = startImport({ own: folder.own, path, limit: `trap '' XFSZ; ulimit -f ${blocks}` });
    await child.ended;
    expect(child.told.at(-1)?.failure).toMatchObject(FAILURE);
    await expectUntouched(folder.own, before);
    const outcome = await importInput(folder, inputOf(path, COLUMNS), MAPPING, { reading: READING });
    expect(outcome.summary.imported).toBeGreaterThan(1000);
  });
});

/** Mounts a small disk, which only the administrator may do. */
function smallDisk(directory: string, kilobytes: number): boolean {
  mkdirSync(directory, { recursive: true });
  const mount = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'tmpfs', directory]);
  if (mount.status !== 0) return false;
  mounted = directory;
  return true;
}

const mayMount = (() => {
  const probe = temporaryMarket();
  const may = smallDisk(join(probe.directory, 'disk'), 64);
  if (may) spawnSync('umount', [join(probe.directory, 'disk')]);
  mounted = null;
  probe.remove();
  return may;
})();

describe.skipIf(!mayMount)('a small disk', () => {
  it('that has no room is one clear error, wherever the import is when it fills up', async () => {
    const disk = join(folder.directory, 'disk');
    expect(smallDisk(disk, 2000)).toBe(true);
    const own = join(disk, 'own');
    const before = await importFirst(own);
    const path = folder.file('second.csv', offersFile(20_000, 2));
    let failures = 0;
    for (const room of [4, 12, 40, 120, 240]) {
      const filler = join(disk, 'filler');
      fill(filler, disk, room);
      const child = startImport({ own, path });
      await child.ended;
      const last = child.told.at(-1);
      if (last?.failure !== undefined) {
        failures += 1;
        expect(last.failure).toMatchObject(FAILURE);
        await expectUntouched(own, before);
      }
      writeFileSync(filler, '');
    }
    expect(failures).toBeGreaterThanOrEqual(2);
    const outcome = await importInput({ own }, inputOf(path, COLUMNS), MAPPING, { reading: READING });
    expect(outcome.summary.rows).toBe(20_000);
  });
});

/** Leaves so many kilobytes free. */
function fill(filler: string, disk: string, kilobytes: number): void {
  const free = spawnSync('df', ['-k', '--output=avail', disk], { encoding: 'utf8' }).stdout.split('\n')[1];
  writeFileSync(filler, Buffer.alloc(Math.max(0, Number(free) - kilobytes) * 1024));
  expect(statSync(filler).size).toBeGreaterThan(0);
}
