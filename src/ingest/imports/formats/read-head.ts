/** The first bytes of a file. */
import { open, stat } from 'node:fs/promises';
import { fileFailure, unreadable } from './unreadable.js';

export const HEAD_BYTES = 256 * 1024;

/**
 * @returns at most {@link HEAD_BYTES} bytes
 * @throws {UsageError} UNREADABLE_FILE
 */
export async function readHead(path: string, name: string): Promise<Buffer> {
  try {
    const file = await open(path);
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  } catch (failure) {
    throw fileFailure(name, failure);
  }
}

/** @throws {UsageError} UNREADABLE_FILE when it is no regular file */
export async function fileSize(path: string, name: string): Promise<number> {
  try {
    const found = await stat(path);
    if (!found.isFile()) throw unreadable(name, found.isDirectory() ? 'it is a folder' : 'it is no regular file');
    return found.size;
  } catch (failure) {
    throw fileFailure(name, failure);
  }
}
