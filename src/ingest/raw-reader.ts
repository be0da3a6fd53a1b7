/** Reads the raw files of a folder of sources and keeps account of every file used. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { SourceError } from '../core/errors.js';
import type { InputFile, RawOptions, Workshop } from '../store/port.js';

export type RawRecord<C extends string> = Readonly<Record<C, string | null>>;

export class RawReader {
  readonly #root: string;
  readonly #workshop: Workshop;
  /** Path shown in the manifest to path on disk. */
  readonly #used = new Map<string, string>();

  /** @param root folder that holds one folder per source */
  constructor(root: string, workshop: Workshop) {
    this.#root = root;
    this.#workshop = workshop;
  }

  /**
   * Records of one file or of several files of one layout, every value as text or null.
   *
   * @param paths relative to the root, `<folder>/<file>`; CSV with quotation marks unless options say otherwise
   * @throws {SourceError} SOURCE_MISSING names the folder; a missing column is named with its file
   */
  async records<const C extends string>(
    paths: string | readonly string[],
    columns: readonly C[],
    options: RawOptions = { format: 'csv' },
  ): Promise<RawRecord<C>[]> {
    const list = typeof paths === 'string' ? [paths] : paths;
    for (const path of list) await this.#require(path);
    return this.#workshop.readRaw(
      list.map((path) => join(this.#root, path)),
      columns,
      options,
    );
  }

  /** Names in a folder, sorted. */
  async list(folder: string): Promise<string[]> {
    try {
      return (await readdir(join(this.#root, folder))).sort();
    } catch (cause) {
      throw missing(folder, folder, cause);
    }
  }

  /** Accounts for a file that was read elsewhere, under the path given. */
  account(path: string, file: string): void {
    this.#used.set(path, file);
  }

  async #require(path: string): Promise<void> {
    try {
      await stat(join(this.#root, path));
    } catch (cause) {
      throw missing(path, path.split('/')[0]!, cause);
    }
    this.#used.set(path, join(this.#root, path));
  }

  /** Size and checksum of the files used since the last call, by path. */
  async takeInputs(): Promise<InputFile[]> {
    const used = [...this.#used].sort(([a], [b]) => (a < b ? -1 : 1));
    this.#used.clear();
    return Promise.all(used.map(async ([path, file]) => ({ path, ...(await fingerprint(file)) })));
  }
}

function missing(path: string, folder: string, cause: unknown): SourceError {
  return new SourceError(
    'SOURCE_MISSING',
    `The raw source '${path}' is missing.`,
    `Put the publisher's files into the folder '${folder}' of the folder of raw sources.`,
    { cause },
  );
}

/** Size and SHA-256 of a file. */
export async function fingerprint(path: string): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of createReadStream(path)) {
    hash.update(chunk as Buffer);
    bytes += (chunk as Buffer).length;
  }
  return { bytes, sha256: hash.digest('hex') };
}
