/** Puts a finished directory in the place of another so that no half-built one is ever seen there. */
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { UsageError } from '../core/errors.js';

export interface Building {
  /** Empty directory to build in, a sibling of the target. */
  readonly directory: string;
  /** Puts the finished directory in the target's place; what stood there is removed only afterwards. */
  commit(): Promise<void>;
  /** Removes the unfinished directory. */
  abandon(): Promise<void>;
}

/**
 * Prepares to replace a directory. What a killed run left behind is cleared first: an unfinished directory is
 * removed, and a target that had been moved aside without a successor is moved back.
 *
 * @param target directory to replace; need not exist
 * @param marker file that every directory of this kind holds; one without it is never replaced
 * @throws {UsageError} NOT_REPLACEABLE
 */
export async function prepareSwap(target: string, marker: string): Promise<Building> {
  const place = resolve(target);
  const next = siblingOf(place, 'next');
  const previous = siblingOf(place, 'previous');
  await settleSwap(target);
  await requireReplaceable(place, marker);
  await mkdir(next, { recursive: true });
  return {
    directory: next,
    async commit() {
      await flushDirectory(next);
      if (await exists(place)) await rename(place, previous);
      await rename(next, place);
      await flushDirectory(dirname(place));
      await rm(previous, { recursive: true, force: true });
    },
    async abandon() {
      await rm(next, { recursive: true, force: true });
    },
  };
}

/** Clears what a killed swap left behind: see {@link prepareSwap}. Only for whoever may write there. */
export async function settleSwap(target: string): Promise<void> {
  const place = resolve(target);
  const previous = siblingOf(place, 'previous');
  await rm(siblingOf(place, 'next'), { recursive: true, force: true });
  if (!(await exists(place)) && (await exists(previous))) await rename(previous, place);
  await rm(previous, { recursive: true, force: true });
}

/**
 * Where the directory that readers should use stands: at the target, or moved aside by a swap that was killed halfway.
 *
 * @param marker file that every directory of this kind holds
 * @returns null where there is none
 */
export async function settledDirectory(target: string, marker: string): Promise<string | null> {
  const place = resolve(target);
  if (await exists(join(place, marker))) return place;
  const previous = siblingOf(place, 'previous');
  return !(await exists(place)) && (await exists(join(previous, marker))) ? previous : null;
}

function siblingOf(place: string, suffix: string): string {
  return join(dirname(place), `.${basename(place)}.${suffix}`);
}

async function requireReplaceable(place: string, marker: string): Promise<void> {
  if (!(await exists(place)) || (await exists(join(place, marker)))) return;
  const isDirectory = (await stat(place)).isDirectory();
  if (isDirectory && (await readdir(place)).length === 0) return;
  throw new UsageError(
    'NOT_REPLACEABLE',
    `'${place}' exists and is not a market: it is left alone.`,
    'Name a directory that does not exist yet, or one that a build made.',
  );
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

/** Some platforms refuse to open directories: then there is nothing to flush. */
async function flushDirectory(path: string): Promise<void> {
  const handle = await open(path, 'r').catch(() => null);
  if (handle === null) return;
  await handle.sync().catch(() => undefined);
  await handle.close();
}
