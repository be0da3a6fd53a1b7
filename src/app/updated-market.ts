/** The market updated on this machine, and the one it begins with. */
import { createHash } from 'node:crypto';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { settledDirectory } from '../ingest/directory-swap.js';
import { MANIFEST_FILE, readManifest } from '../store/manifest.js';
import type { Manifest, ManifestSource } from '../store/port.js';
import type { Home } from './home.js';
import { misfitOf } from './market-in-use.js';

/** Says which shipped market an updated one began with: employer ids hold only within one of them. */
const ORIGIN_FILE = 'begun-with.json';

/** Longest time that one update waits for another. */
export const WAIT_MS = 10 * 60_000;

/** The lock file of updates. */
export function lockPath({ directory }: Pick<Home, 'directory'>): string {
  return join(directory, '.updating');
}

export interface Start {
  /** Market to begin with. */
  readonly directory: string;
  readonly kind: 'updated' | 'shipped';
  /** Whether an updated market is there, of use or not. */
  readonly updated: boolean;
  /**
   * Sources that had been updated, where that market is of no use any more because the program or what it ships is
   * another: they are read again from the files that are still here.
   */
  readonly again: readonly string[];
}

/** The market an update begins with: the updated one where it fits the program and what it ships, else the shipped. */
export async function startOf({ updated }: Pick<Home, 'updated'>, shipped: string): Promise<Start> {
  const directory = await settledDirectory(updated, MANIFEST_FILE);
  if (directory === null) return { directory: shipped, kind: 'shipped', updated: false, again: [] };
  const fits = (await misfitOf(directory)) === null && (await originOf(directory)) === (await fingerprintOf(shipped));
  if (fits) return { directory, kind: 'updated', updated: true, again: [] };
  const [mine, theirs] = await Promise.all([readManifest(directory).catch(() => null), readManifest(shipped)]);
  const again = mine === null ? [] : updatedSources(mine, theirs);
  return { directory: shipped, kind: 'shipped', updated: true, again };
}

/** Ids of the sources of a market that are not as the shipped one has them. */
export function updatedSources(market: Manifest, shipped: Manifest): string[] {
  const before = new Map(shipped.sources.map((source) => [source.id, accountOf(source)]));
  return market.sources.filter((source) => before.get(source.id) !== accountOf(source)).map(({ id }) => id);
}

function accountOf({ rowsIn, rowsKept, newest, inputs }: ManifestSource): string {
  return JSON.stringify([rowsIn, rowsKept, newest, inputs.map(({ path, sha256 }) => [path, sha256])]);
}

export async function writeOrigin(directory: string, shipped: string): Promise<void> {
  const origin = { shipped: await fingerprintOf(shipped) };
  await writeFile(join(directory, ORIGIN_FILE), `${JSON.stringify(origin)}\n`);
}

async function originOf(directory: string): Promise<string | null> {
  try {
    return (JSON.parse(await readFile(join(directory, ORIGIN_FILE), 'utf8')) as { shipped: string }).shipped;
  } catch {
    return null;
  }
}

async function fingerprintOf(market: string): Promise<string> {
  return createHash('sha256')
    .update(await readFile(join(market, MANIFEST_FILE)))
    .digest('hex');
}

/** Goes back to the shipped market. A directory that is half removed is never seen as a market. */
export async function dropUpdated({ updated }: Pick<Home, 'updated'>): Promise<void> {
  const directory = await settledDirectory(updated, MANIFEST_FILE);
  if (directory === null) return;
  const aside = join(dirname(updated), `.${basename(updated)}.next`);
  await rm(aside, { recursive: true, force: true });
  await rename(directory, aside);
  await rm(aside, { recursive: true, force: true });
}
