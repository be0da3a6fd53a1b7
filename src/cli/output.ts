/** Where an answer goes: standard output or a file, never half-written. */
import { randomBytes } from 'node:crypto';
import { rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { UsageError } from '../core/errors.js';

/**
 * Writes text to standard output, or to a file through a temporary one beside it. A device or a pipe is written to as
 * it is: a file put in its place would take it from everybody else.
 *
 * @param target file, or undefined or `-` for standard output
 * @throws {UsageError} UNWRITABLE_OUTPUT
 */
export async function writeAnswer(text: string, target: string | undefined): Promise<void> {
  if (target === undefined || target === '-') {
    await new Promise<void>((done, fail) => {
      process.stdout.write(text, (error) => (error ? fail(error) : done()));
    });
    return;
  }
  const path = resolve(target);
  const unfinished = join(dirname(path), `.${basename(path)}.${randomBytes(4).toString('hex')}.unfinished`);
  try {
    const existing = await stat(path).catch(() => null);
    if (existing?.isDirectory() === true) throw new Error('it is a folder');
    if (existing?.isFile() === false) return await writeFile(path, text);
    await writeFile(unfinished, text);
    await rename(unfinished, path);
  } catch (cause) {
    await rm(unfinished, { force: true }).catch(() => {});
    throw unwritable(target, cause);
  }
}

function unwritable(target: string, cause: unknown): UsageError {
  const code = (cause as NodeJS.ErrnoException).code;
  const reason =
    {
      ENOENT: 'its folder does not exist',
      EACCES: 'permission denied',
      EROFS: 'the disk is read-only',
      ENOSPC: 'the disk is full',
      ENOTDIR: 'its folder is a file',
    }[code ?? ''] ?? (cause as Error).message;
  return new UsageError(
    'UNWRITABLE_OUTPUT',
    `Cannot write "${target}": ${reason}.`,
    'Give -o a file in an existing folder you may write to.',
    { cause },
  );
}
