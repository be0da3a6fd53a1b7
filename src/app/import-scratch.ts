/** A folder for what an import writes beside its input. */
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { storageFailure } from '../ingest/storage-failure.js';
import type { Home } from './home.js';

/**
 * Makes a folder of its own in the user's home, on the disk the import ends on, and removes what killed runs left.
 *
 * @throws {UsageError} UNWRITABLE_HOME
 */
export async function makeScratch(home: Pick<Home, 'directory'>): Promise<string> {
  const parent = join(home.directory, 'scratch');
  try {
    await mkdir(parent, { recursive: true });
    await removeLeftovers(parent);
    return await mkdtemp(join(parent, `${process.pid}-`));
  } catch (failure) {
    throw storageFailure(failure, parent);
  }
}

/** Folders are named by the process that made them; those of processes that are gone are of no use. */
async function removeLeftovers(parent: string): Promise<void> {
  for (const name of await readdir(parent)) {
    const id = Number(/^(\d+)-/.exec(name)?.[1]);
    if (id > 0 && !isRunning(id)) await rm(join(parent, name), { recursive: true, force: true });
  }
}

function isRunning(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (failure) {
    return (failure as NodeJS.ErrnoException).code === 'EPERM';
  }
}
