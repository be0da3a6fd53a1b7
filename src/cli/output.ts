/** Where an answer goes: standard output or a file, never half-written. */
import { randomBytes } from 'node:crypto';
import { type FileHandle, open, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { UsageError } from '../core/errors.js';

/** An answer under way. A file gets its name only when the answer is finished. */
export interface AnswerWriter {
  /** Resolves when the reader has taken the text, or the bytes, so that a slow reader is waited for. */
  write(text: string | Uint8Array): Promise<void>;
  finish(): Promise<void>;
  /** Leaves a file as it was before. */
  abandon(): Promise<void>;
}

/**
 * Begins an answer on standard output, or in a file through a temporary one beside it. A device or a pipe is written
 * to as it is: a file put in its place would take it from everybody else.
 *
 * @param target file, or undefined or `-` for standard output
 * @throws {UsageError} UNWRITABLE_OUTPUT, also from the methods of the writer
 */
export async function openAnswer(target: string | undefined): Promise<AnswerWriter> {
  if (target === undefined || target === '-') return standardOutput;
  const path = resolve(target);
  const unfinished = join(dirname(path), `.${basename(path)}.${randomBytes(4).toString('hex')}.unfinished`);
  try {
    const existing = await stat(path).catch(() => null);
    if (existing?.isDirectory() === true) throw new Error('it is a folder');
    const direct = existing !== null && !existing.isFile();
    const file = await open(direct ? path : unfinished, 'w');
    return new FileAnswer({ target, file, path, unfinished: direct ? null : unfinished });
  } catch (cause) {
    throw unwritable(target, cause);
  }
}

/** Writes a whole answer: see {@link openAnswer}. */
export async function writeAnswer(text: string | Uint8Array, target: string | undefined): Promise<void> {
  const answer = await openAnswer(target);
  await answer.write(text);
  await answer.finish();
}

const standardOutput: AnswerWriter = {
  write: (text) =>
    new Promise((done, fail) => {
      process.stdout.write(text, (error) => (error ? fail(error) : done()));
    }),
  finish: async () => {},
  abandon: async () => {},
};

interface FileTarget {
  /** As the user wrote it. */
  readonly target: string;
  readonly file: FileHandle;
  readonly path: string;
  /** The temporary file, or null where the target is written to as it is. */
  readonly unfinished: string | null;
}

class FileAnswer implements AnswerWriter {
  readonly #to: FileTarget;

  constructor(to: FileTarget) {
    this.#to = to;
  }

  async write(text: string | Uint8Array): Promise<void> {
    try {
      await this.#to.file.writeFile(text);
    } catch (cause) {
      await this.abandon();
      throw unwritable(this.#to.target, cause);
    }
  }

  async finish(): Promise<void> {
    const { file, path, unfinished, target } = this.#to;
    try {
      await file.close();
      if (unfinished !== null) await rename(unfinished, path);
    } catch (cause) {
      await this.abandon();
      throw unwritable(target, cause);
    }
  }

  async abandon(): Promise<void> {
    const { file, unfinished } = this.#to;
    await file.close().catch(() => {});
    if (unfinished !== null) await rm(unfinished, { force: true }).catch(() => {});
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
