/** Compares the files of a user's own market with its manifest. */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { MarketError } from '../core/errors.js';
import { faultOf } from './market-files.js';
import { type OwnManifest, readOwnManifest } from './own-manifest.js';
import { hasRows } from './own-source.js';
import type { WrittenFile } from './port.js';

/**
 * So many bytes are compared with their checksums, the smallest files first; the others are compared by size alone.
 * A report must not wait for a gigabyte to be read before its first cell, and what is torn inside a large file is
 * mostly refused when it is decompressed.
 */
export const MOST_HASHED_BYTES = 64 * 1024 ** 2;

/** Readers never wait for a writer: an import may be taken out between its manifest and its files. */
const MOST_READINGS = 5;

/**
 * Opens a user's own market for reading: its manifest, with every file checked.
 *
 * @param directory `own` of the user's home
 * @returns null when there are no rows to read; the cost is then one look at one file
 * @throws {MarketError} OWN_MARKET_DAMAGED | OWN_MARKET_VERSION
 */
export async function openOwnFiles(directory: string, textVersion?: string): Promise<OwnManifest | null> {
  let own = await readOwnManifest(directory);
  for (let reading = 1; hasRows(own); reading += 1) {
    requireVersion(own, textVersion);
    const fault = await firstFault(directory, own.files);
    if (fault === null) return own;
    const now = await readOwnManifest(directory);
    if (reading === MOST_READINGS || JSON.stringify(now) === JSON.stringify(own))
      throw ownDamage(fault.words, fault.file.source);
    own = now;
  }
  return null;
}

function requireVersion(own: OwnManifest, textVersion: string | undefined): void {
  if (textVersion === undefined || own.textVersion === textVersion) return;
  throw new MarketError(
    'OWN_MARKET_VERSION',
    `Your own data were read by text engines ${own.textVersion}; this program has ${textVersion}.`,
    'Import your files again: goingrate import FILE',
  );
}

interface FileFault {
  readonly file: WrittenFile;
  readonly words: string;
}

async function firstFault(directory: string, files: readonly WrittenFile[]): Promise<FileFault | null> {
  let left = MOST_HASHED_BYTES;
  const smallestFirst = [...files].sort((a, b) => a.bytes - b.bytes);
  const faults = await Promise.all(
    smallestFirst.map(async (file): Promise<FileFault | null> => {
      left -= file.bytes;
      const words =
        left >= 0 ? await faultOf(directory, file) : await sizeFault(join(directory, file.path), file.bytes);
      return words === null ? null : { file, words };
    }),
  );
  return faults.find((fault) => fault !== null) ?? null;
}

async function sizeFault(path: string, bytes: number): Promise<string | null> {
  try {
    const { size } = await stat(path);
    return size === bytes ? null : `${path} has ${size} bytes where its manifest says ${bytes}`;
  } catch (thrown) {
    const { code } = thrown as NodeJS.ErrnoException;
    return code === 'ENOENT' ? `${path} is missing` : `${path} cannot be read (${code})`;
  }
}

/**
 * A fault in the rows of an import: the public market is sound, and taking the import out mends the rest.
 *
 * @param id of the import, where it is known
 */
export function ownDamage(fault: string, id: string | null, options?: ErrorOptions): MarketError {
  return new MarketError(
    'OWN_MARKET_DAMAGED',
    `Your own data are damaged, the public market is not: ${fault}.`,
    `Take the import out and import its file again: goingrate sources remove ${id ?? 'ID (see goingrate sources list)'}`,
    options,
  );
}
