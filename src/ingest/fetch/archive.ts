/** Members of zip archives. */
import { open } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { named } from '../../core/column-drift.js';
import { formatCount } from '../../core/format.js';
import type { Download } from '../connector.js';
import { BY_HAND, FetchFailure, TRY_LATER } from './fetch-failure.js';

/** An archive of statistics holds some files, not a million. */
const MOST_ENTRIES = 10_000;

export interface Archive {
  readonly zip: ZipFile;
  readonly entries: readonly Entry[];
  close(): void;
}

/**
 * Opens an archive and reads its list.
 *
 * @throws whatever the file makes the reader throw: callers name the file
 */
export async function openArchive(path: string): Promise<Archive> {
  const zip = await openPromise(path, { autoClose: false });
  try {
    if (zip.entryCount > MOST_ENTRIES) throw new Error(`it lists ${zip.entryCount} members`);
    const entries: Entry[] = [];
    for await (const entry of zip.eachEntry()) if (!entry.fileName.endsWith('/')) entries.push(entry);
    return { zip, entries, close: () => zip.close() };
  } catch (failure) {
    zip.close();
    throw failure;
  }
}

/**
 * The one member meant.
 *
 * @throws {FetchFailure} FETCH_MEMBER when none or several fit
 */
export function memberOf({ entries }: Archive, member: string | RegExp, shown: string): Entry {
  const fits = (name: string) => (typeof member === 'string' ? name === member : new RegExp(member).test(name));
  const found = entries.filter(({ fileName }) => fits(fileName));
  if (found.length === 1) return found[0]!;
  const names = named((found.length === 0 ? entries : found).map(({ fileName }) => fileName));
  const message =
    found.length === 0
      ? `The archive ${shown} has no member like ${member}; it holds ${names === '' ? 'nothing' : names}.`
      : `The archive ${shown} has ${found.length} members like ${member}: ${names}.`;
  throw new FetchFailure('FETCH_MEMBER', message, BY_HAND);
}

export interface Extraction {
  readonly archive: Archive;
  readonly entry: Entry;
  /** File to write. */
  readonly to: string;
  readonly shown: string;
  readonly maxBytes: Download['maxBytes'];
}

/**
 * Writes a member to a file and flushes it.
 *
 * @throws {FetchFailure} FETCH_TOO_LARGE | FETCH_TRUNCATED
 */
export async function extractMember({ archive, entry, to, shown, maxBytes }: Extraction): Promise<void> {
  if (entry.uncompressedSize > maxBytes) throw tooLarge(shown, maxBytes);
  const file = await open(to, 'w');
  try {
    let bytes = 0;
    let sum = 0;
    const content = await archive.zip.openReadStreamPromise(entry);
    for await (const chunk of content as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes > maxBytes) throw tooLarge(shown, maxBytes);
      sum = crc32(chunk, sum);
      await file.writeFile(chunk);
    }
    if (sum !== entry.crc32) throw new Error('its checksum differs');
    await file.sync();
  } catch (cause) {
    if (cause instanceof FetchFailure || isStorageFault(cause)) throw cause;
    const options = { cause, retryable: true };
    throw new FetchFailure('FETCH_TRUNCATED', `The archive ${shown} arrived damaged.`, TRY_LATER, options);
  } finally {
    await file.close();
  }
}

function isStorageFault(cause: unknown): boolean {
  return (cause as NodeJS.ErrnoException | null)?.syscall === 'write';
}

export function tooLarge(shown: string, maxBytes: number): FetchFailure {
  const message = `${shown} is larger than the ${formatCount(maxBytes)} bytes expected.`;
  return new FetchFailure('FETCH_TOO_LARGE', message, BY_HAND);
}
