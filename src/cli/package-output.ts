/** Writes the files of a package into a folder. */
import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { UsageError } from '../core/errors.js';
import { openAnswer } from './output.js';

export interface OutputFile {
  readonly path: string;
  readonly content: string | Uint8Array;
}

/**
 * Each file is there whole or as it was before. The folder is made when only its last part is missing.
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
}

function refuse(folder: string, cause: unknown): never {
  throw new UsageError(
    'UNWRITABLE_OUTPUT',
    `Cannot write files into "${folder}".`,
    'Name a folder with -o that exists, or whose parent exists, and that you may write to.',
    { cause },
  );
}
