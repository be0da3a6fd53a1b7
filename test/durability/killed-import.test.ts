/** An import that is killed leaves the market as it was, or is there as a whole; the next one repairs what is left. */
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyFiles } from '../../src/store/market-files.js';
import { type OwnManifest, readOwnManifest } from '../../src/store/own-manifest.js';
import type { Manifest } from '../../src/store/port.js';
import { importInput, inputOf, type MarketFolder, temporaryMarket } from '../fixtures/imported-market.js';
import { COLUMNS, MAPPING, offersFile, startImport } from './child-process.js';
import { READING } from './child-reading.mjs';

const FULL = process.env.GOINGRATE_FULL === '1';
const KILLS = FULL ? 200 : 20;
/** A kill with the import that repairs it takes one to three seconds. */
const ENOUGH_MS = KILLS * 9000;
/** Of so many kills one strikes while the files are moved to their places, which takes a few milliseconds. */
const ONE_AT_COMMIT = 4;
const ROWS = 6000;

let folder: MarketFolder;
let path: string;
/** An own market with one import, and the same with the second one that is to be killed. */
let before: OwnManifest;
let after: OwnManifest;
let undisturbedMs: number;
let commitMs: number;

beforeAll(async () => {
  folder = temporaryMarket();
  const base = join(folder.directory, 'base');
  const first = folder.file('first.csv', offersFile(ROWS, 1));
  await importInput({ own: base }, inputOf(first, COLUMNS), MAPPING, { reading: READING });
  before = (await readOwnManifest(base)) as OwnManifest;
  path = folder.file('second.csv', offersFile(ROWS, 2));
  const own = copyOf('undisturbed');
  const child = startImport({ own, path });
  await child.until((told) => told.ready === true);
  const started = performance.now();
  await child.until((told) => told.step?.startsWith('Adding') === true);
  const adding = performance.now();
  await child.until((told) => told.outcome !== undefined);
  undisturbedMs = performance.now() - started;
  commitMs = performance.now() - adding;
  await child.ended;
  after = (await readOwnManifest(own)) as OwnManifest;
  expect(after.imports).toHaveLength(2);
});

afterAll(() => folder.remove());

function copyOf(name: string): string {
  const own = join(folder.directory, name);
  rmSync(own, { recursive: true, force: true });
  mkdirSync(own, { recursive: true });
  cpSync(join(folder.directory, 'base'), own, { recursive: true });
  return own;
}

/** Kills an import at a random moment; says where it was. */
async function killOne(own: string, atCommit: boolean): Promise<void> {
  const child = startImport({ own, path });
  await child.until((told) => (atCommit ? told.step?.startsWith('Adding') === true : told.ready === true));
  await sleep(Math.random() * (atCommit ? 1.5 * commitMs : 1.05 * undisturbedMs));
  child.process.kill('SIGKILL');
  await child.ended;
}

/** Fails unless the market can be read whole, as before or as after. */
async function stateOf(own: string): Promise<'before' | 'after'> {
  const manifest = (await readOwnManifest(own)) as OwnManifest;
  await verifyFiles(own, manifest as unknown as Manifest);
  const state = manifest.imports.length === before.imports.length ? 'before' : 'after';
  expect(manifest).toEqual(state === 'before' ? before : after);
  return state;
}

function filesOf(own: string): string[] {
  const entries = readdirSync(own, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
}

describe(`an import killed at ${KILLS} random moments`, () => {
  it('leaves nothing lost and nothing half visible, and the next one repairs', { timeout: ENOUGH_MS }, async () => {
    const seen = { before: 0, after: 0, leftovers: 0 };
    const expected = after.files.map(({ path: file }) => file).sort();
    for (let kill = 0; kill < KILLS; kill += 1) {
      const own = copyOf('killed');
      await killOne(own, kill % ONE_AT_COMMIT === 0);
      const state = await stateOf(own);
      seen[state] += 1;
      if (readdirSync(own).some((name) => name.startsWith('.staging-'))) seen.leftovers += 1;
      const outcome = await importInput({ own }, inputOf(path, COLUMNS), MAPPING, { reading: READING, waitMs: 5000 });
      expect(outcome.summary.imported === 0).toBe(state === 'after');
      expect(await stateOf(own)).toBe('after');
      const quarantined = after.imports.map(({ quarantine }) => quarantine as string);
      const left = filesOf(own).map((file) => file.slice(own.length + 1));
      expect(left.sort()).toEqual([...expected, ...quarantined, 'manifest.json'].sort());
    }
    // Both ends of the import were met, or the moments were not spread over it.
    expect(seen.before).toBeGreaterThan(KILLS / 5);
    expect(seen.leftovers).toBeGreaterThan(0);
    if (FULL) console.info(seen);
  });

  it('leaves quarantine and tables of earlier imports byte for byte', async () => {
    const own = copyOf('killed');
    await killOne(own, false);
    for (const { path: file } of before.files) {
      const base = readFileSync(join(folder.directory, 'base', file));
      expect(readFileSync(join(own, file)).equals(base)).toBe(true);
    }
  });
});
