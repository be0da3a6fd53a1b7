/** Files that are whole or not there, also when the machine stops. */
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Ends the name of a file that is still being written. */
export const UNFINISHED = '.unfinished';

/** Puts a text in the place of a file: written aside, flushed, renamed, the folder flushed. */
export async function replaceFile(path: string, text: string): Promise<void> {
  const unfinished = `${path}${UNFINISHED}`;
  try {
    const file = await open(unfinished, 'w');
    try {
      await file.writeFile(text, 'utf8');
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(unfinished, path);
  } catch (thrown) {
    await rm(unfinished, { force: true });
    throw thrown;
  }
  await flushFolder(dirname(path));
}

/** Waits until what was written to a file is on the disk. */
export async function flushFile(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

/** The same for the names in a folder; some platforms refuse to open folders: then there is nothing to flush. */
export async function flushFolder(path: string): Promise<void> {
  const handle = await open(path, 'r').catch(() => null);
  if (handle === null) return;
  await handle.sync().catch(() => undefined);
  await handle.close();
}
