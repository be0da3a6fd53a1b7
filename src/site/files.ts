/** Writes the files of a site: only those that changed, each whole or not at all. */
import { constants } from 'node:fs';
import { access, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { UsageError } from '../core/errors.js';

export interface SiteFiles {
  /**
   * Writes one file.
   *
   * @param path inside the folder, with forward slashes
   * @returns whether the file was written: false when it already held this text
   * @throws {UsageError} UNWRITABLE_OUTPUT
   */
  write(path: string, text: string): Promise<boolean>;
}

/**
 * Opens a folder for writing; makes it when only its last part is missing.
 *
 * @throws {UsageError} UNWRITABLE_OUTPUT when it is no folder, cannot be made or cannot be written to
 */
export async function openSiteFiles(folder: string): Promise<SiteFiles> {
  try {
    if ((await isFolder(folder)) === false) await mkdir(folder);
    await access(folder, constants.W_OK | constants.X_OK);
  } catch (cause) {
    throw unwritable(folder, cause);
  }
  const made = new Set<string>([folder]);
  return {
    async write(path, text) {
      const target = join(folder, ...path.split('/'));
      const content = Buffer.from(text, 'utf8');
      if (await holds(target, content)) return false;
      try {
        const parent = dirname(target);
        if (!made.has(parent)) await mkdir(parent, { recursive: true });
        made.add(parent);
        await replace(target, content);
      } catch (cause) {
        throw unwritable(folder, cause);
      }
      return true;
    },
  };
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw cause;
  }
}

async function holds(path: string, content: Buffer): Promise<boolean> {
  try {
    return content.equals(await readFile(path));
  } catch {
    return false;
  }
}

/** Writes aside and renames, so that a reader or a crash never meets half a file. */
async function replace(target: string, content: Buffer): Promise<void> {
  const aside = `${target}.${process.pid}.part`;
  try {
    await writeFile(aside, content);
    await rename(aside, target);
  } catch (cause) {
    await rm(aside, { force: true });
    throw cause;
  }
}

function unwritable(folder: string, cause: unknown): UsageError {
  return new UsageError(
    'UNWRITABLE_OUTPUT',
    `Cannot write the site to ${folder}.`,
    'Name a folder with --out that exists, or whose parent exists, and that you may write to.',
    { cause },
  );
}
