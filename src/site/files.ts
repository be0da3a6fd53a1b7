/** Writes the files of a site: only those that changed, each whole or not at all. */
import { createHash } from 'node:crypto';
import {
  accessSync,
  constants,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { threadId } from 'node:worker_threads';
import { UsageError } from '../core/errors.js';

/** A file as it was written, to see later whether it still is. */
export interface FileMark {
  /** Below the root of the site, with forward slashes. */
  readonly path: string;
  readonly size: number;
  /** SHA-256 of the content, base64. */
  readonly digest: string;
  /** When the file system last changed it, milliseconds: no program can set it back. */
  readonly changedAt: number;
}

export interface WrittenSiteFile {
  readonly mark: FileMark;
  /** False when the file already held this and was left alone. */
  readonly changed: boolean;
}

export interface SiteFiles {
  /**
   * Writes one file.
   *
   * @param path inside the folder, with forward slashes
   * @throws {UsageError} UNWRITABLE_OUTPUT
   */
  write(path: string, content: string | Uint8Array): WrittenSiteFile;
  /** The mark as it is now if the file still holds what was written, else null. */
  verify(mark: FileMark): FileMark | null;
  /** Removes a file that still holds what was written, and the folders it leaves empty; whether it is gone. */
  remove(mark: FileMark): boolean;
  /** Removes what a killed build left aside. */
  removeUnfinished(): void;
}

/**
 * Opens a folder for writing; makes it when only its last part is missing.
 *
 * @throws {UsageError} UNWRITABLE_OUTPUT when it is no folder, cannot be made or cannot be written to
 */
export function openSiteFiles(folder: string): SiteFiles {
  try {
    if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) mkdirSync(folder);
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch (cause) {
    throw unwritable(folder, cause);
  }
  const made = new Set<string>([folder]);
  const targetOf = (path: string) => join(folder, ...path.split('/'));
  return {
    write(path, given) {
      const target = targetOf(path);
      const content = typeof given === 'string' ? Buffer.from(given, 'utf8') : given;
      try {
        const changed = !holds(target, content);
        if (changed) {
          makeFolder(dirname(target), made);
          replace(target, content);
        }
        const mark = { path, size: content.byteLength, digest: digestOf(content), changedAt: statSync(target).ctimeMs };
        return { mark, changed };
      } catch (cause) {
        throw unwritable(folder, cause);
      }
    },
    verify: (mark) => verified(targetOf(mark.path), mark),
    remove(mark) {
      const target = targetOf(mark.path);
      if (statSync(target, { throwIfNoEntry: false }) === undefined) return true;
      if (verified(target, mark) === null) return false;
      rmSync(target);
      made.clear();
      removeEmptyFolders(folder, mark.path);
      return true;
    },
    removeUnfinished() {
      for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
        if (UNFINISHED.test(basename(path))) rmSync(join(folder, path), { force: true });
      }
    },
  };
}

/** Name of what `replace` has not finished: no two threads write one file, and nobody else names a file like it. */
const ASIDE = `.goingrate-${process.pid}-${threadId}.part`;
const UNFINISHED = /^\.goingrate-\d+-\d+\.part$/;

/** A file that nobody touched since is not read again. */
function verified(target: string, mark: FileMark): FileMark | null {
  const now = statSync(target, { throwIfNoEntry: false });
  if (now === undefined || !now.isFile() || now.size !== mark.size) return null;
  if (now.ctimeMs === mark.changedAt) return mark;
  return digestOf(readFileSync(target)) === mark.digest ? { ...mark, changedAt: now.ctimeMs } : null;
}

function holds(target: string, content: Uint8Array): boolean {
  const now = statSync(target, { throwIfNoEntry: false });
  return now?.isFile() === true && now.size === content.byteLength && readFileSync(target).equals(content);
}

function digestOf(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('base64');
}

function makeFolder(folder: string, made: Set<string>): void {
  if (made.has(folder)) return;
  mkdirSync(folder, { recursive: true });
  made.add(folder);
}

/** Writes aside and renames, so that a reader or a crash never meets half a file. */
function replace(target: string, content: Uint8Array): void {
  const aside = join(dirname(target), ASIDE);
  try {
    writeFileSync(aside, content);
    renameSync(aside, target);
  } catch (cause) {
    rmSync(aside, { force: true });
    throw cause;
  }
}

function removeEmptyFolders(root: string, path: string): void {
  const parts = path.split('/').slice(0, -1);
  for (; parts.length > 0; parts.pop()) {
    try {
      rmdirSync(join(root, ...parts));
    } catch {
      return;
    }
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
