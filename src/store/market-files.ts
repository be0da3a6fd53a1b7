/** Compares the files of a market with its manifest. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { MarketError } from '../core/errors.js';
import { RESTORE_MARKET } from './manifest.js';
import type { Manifest, WrittenFile } from './port.js';

/**
 * Checks size and SHA-256 of every file of the manifest; the digests are computed off the main thread.
 *
 * @throws {MarketError} MARKET_DAMAGED, naming the first file that is absent or differs
 */
export async function verifyFiles(directory: string, { files }: Manifest): Promise<void> {
  const faults = await Promise.all(files.map((file) => faultOf(directory, file)));
  const fault = faults.find((found) => found !== null);
  if (fault) throw new MarketError('MARKET_DAMAGED', `The market is damaged: ${fault}.`, RESTORE_MARKET);
}

/** What is wrong with one file, in words, or null. */
export async function faultOf(directory: string, file: WrittenFile): Promise<string | null> {
  const path = join(directory, file.path);
  let content: Buffer<ArrayBuffer>;
  try {
    content = await readFile(path);
  } catch (thrown) {
    const { code } = thrown as NodeJS.ErrnoException;
    return code === 'ENOENT' ? `${path} is missing` : `${path} cannot be read (${code})`;
  }
  if (content.byteLength !== file.bytes) {
    return `${path} has ${content.byteLength} bytes where its manifest says ${file.bytes}`;
  }
  const sha256 = Buffer.from(await crypto.subtle.digest('SHA-256', content)).toString('hex');
  return sha256 === file.sha256 ? null : `${path} differs from its checksum in the manifest`;
}
