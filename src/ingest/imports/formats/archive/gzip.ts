/** Files packed by gzip. */
import { createReadStream, createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { storageFailure } from '../../../storage-failure.js';
import type { OpenContext, SourceFile } from '../open-context.js';
import { fileFailure } from '../unreadable.js';
import { ByteBudget } from './byte-budget.js';

/**
 * Unpacks a gzip file into the scratch folder, so that everything behind it reads plain bytes, and a file that is cut
 * short or a bomb is known before anything is imported.
 *
 * @throws {UsageError} UNREADABLE_FILE
 */
export async function unpackGzip(file: SourceFile, context: OpenContext): Promise<SourceFile> {
  const path = context.newPath('.unpacked');
  const budget = new ByteBudget(file.name, file.bytes, context.limits);
  context.progress.step(`Unpacking ${file.name.replace(/\p{C}/gu, ' ')}`);
  try {
    await pipeline(createReadStream(file.path), createGunzip(), budget.metered(), createWriteStream(path));
  } catch (failure) {
    throw storageFailure(fileFailure(file.name, failure), context.scratch);
  }
  const { size } = await stat(path);
  return { path, name: file.name, bytes: size };
}
