/** Writes the files of a report's package into a folder. */
import { mkdir, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { UsageError } from '../core/errors.js';
import { PACKAGE_PATHS } from '../render/package/package-contents.js';
import { openAnswer } from './output.js';

export interface OutputFile {
  readonly path: string;
  readonly content: string | Uint8Array;
}

/**
 * Each file is there whole or as it was before. The folder is made when only its last part is missing. A file that
 * another report left and that this package does not have goes; whatever else is in the folder stays.
 *
 * @throws {UsageError} UNWRITABLE_OUTPUT
 */
export async function writeFolder(files: readonly OutputFile[], folder: string): Promise<void> {
  const existing = await stat(folder).catch(() => null);
  if (existing === null) await mkdir(folder).catch((cause: unknown) => refuse(folder, cause));
  else if (!existing.isDirectory()) refuse(folder, null);
  for (const { path, content } of files) {
    const answer = await openAnswer(join(folder, path));
    await answer.write(content);
    await answer.finish();
  }
  const written = new Set(files.map(({ path }) => path));
  for (const path of PACKAGE_PATHS.filter((name) => !written.has(name))) await removeFile(join(folder, path), folder);
}

async function removeFile(path: string, folder: string): Promise<void> {
  await unlink(path).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code !== 'ENOENT') refuse(folder, cause);
  });
}

function refuse(folder: string, cause: unknown): never {
  throw new UsageError(
    'UNWRITABLE_OUTPUT',
    `Cannot write files into "${folder}".`,
    'Name a folder with -o that exists, or whose parent exists, and that you may write to.',
    { cause },
  );
}
