/** Reads a file that ships with the program or its market. */
import { readFile } from 'node:fs/promises';
import { GoingRateError, MarketError } from '../core/errors.js';

const RESTORE = 'Restore it from the release.';

/**
 * @param read makes something of the bytes; what it throws, beside our own errors, counts as damage
 * @throws {MarketError} MARKET_MISSING | MARKET_DAMAGED with the file's path, and what `read` throws of our own
 */
export async function readInstalled<T>(path: string, read: (bytes: Buffer) => T): Promise<T> {
  let bytes: Buffer;
  try {
    bytes = await readFile(path);
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code;
    if (code !== 'ENOENT' && code !== 'ENOTDIR') throw damaged(path, cause);
    throw new MarketError('MARKET_MISSING', `There is no ${path}.`, RESTORE, { cause });
  }
  try {
    return read(bytes);
  } catch (cause) {
    throw cause instanceof GoingRateError ? cause : damaged(path, cause);
  }
}

function damaged(path: string, cause: unknown): MarketError {
  return new MarketError('MARKET_DAMAGED', `${path} is damaged and cannot be read.`, RESTORE, { cause });
}
