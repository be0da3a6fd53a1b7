/** Changes of the own market, each of them whole or not at all. */
import { randomBytes } from 'node:crypto';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { GoingRateError, MarketError } from '../../../core/errors.js';
import { diskFull } from '../../../store/disk-full.js';
import { flushFile, flushFolder } from '../../../store/durable-file.js';
import type { EarlierImports } from '../../../store/import-port.js';
import {
  damaged,
  OWN_MANIFEST_SCHEMA,
  type OwnImport,
  type OwnManifest,
  readOwnManifest,
  writeOwnManifest,
} from '../../../store/own-manifest.js';
import type { WrittenFile } from '../../../store/port.js';
import type { HeldLock } from './own-market-lock.js';
import { removeUnnamed, STAGING_PREFIX } from './unnamed-files.js';

export interface OwnMarketWriter {
  /** The import with this id, with its files checked to be there; null when there is none. */
  find(id: string): Promise<OwnImport | null>;
  /** Files of all imports. */
  earlier(): EarlierImports;
  /** Does some work in a folder of its own, which is removed in any case. */
  staged<T>(work: (staging: string) => Promise<T>): Promise<T>;
  /** Writes a file below the staging folder, flushed. */
  write(staging: string, path: string, write: (target: string) => Promise<void>): Promise<void>;
  /** Moves the staged files of an import to their places and names them in the manifest, last of all. */
  commit(staging: string, entry: OwnImport, files: readonly WrittenFile[]): Promise<void>;
  /** Takes an import out. @returns false when there is none with this id */
  remove(id: string): Promise<boolean>;
}

export interface WriterOptions {
  readonly lock: HeldLock;
  /** Version of the text engines that read the rows; null when none are read. */
  readonly textVersion: string | null;
}

/**
 * Opens the own market for writing and removes what killed runs left behind. Only under the lock.
 *
 * @throws {MarketError} OWN_MARKET_DAMAGED | OWN_MARKET_VERSION
 */
export async function openOwnMarket(directory: string, { lock, textVersion }: WriterOptions): Promise<OwnMarketWriter> {
  const before = await readOwnManifest(directory);
  if (textVersion !== null && before !== null && before.imports.length > 0 && before.textVersion !== textVersion) {
    throw new MarketError(
      'OWN_MARKET_VERSION',
      `Your own data were read by text engines ${before.textVersion}; this program has ${textVersion}.`,
      'Take your imports out (goingrate sources remove ID) and import the files again.',
    );
  }
  const manifest: OwnManifest = before ?? {
    schema: OWN_MANIFEST_SCHEMA,
    textVersion: textVersion ?? '',
    imports: [],
    files: [],
  };
  await removeUnnamed(directory, manifest);
  return new OwnMarket(directory, manifest, { lock, textVersion });
}

class OwnMarket implements OwnMarketWriter {
  readonly #directory: string;
  readonly #options: WriterOptions;
  readonly #manifest: OwnManifest;

  constructor(directory: string, manifest: OwnManifest, options: WriterOptions) {
    this.#directory = directory;
    this.#manifest = manifest;
    this.#options = options;
  }

  async find(id: string): Promise<OwnImport | null> {
    const found = this.#manifest.imports.find((one) => one.id === id);
    if (found === undefined) return null;
    for (const { path, bytes } of this.#manifest.files.filter(({ source }) => source === id)) {
      const file = await stat(join(this.#directory, path)).catch(() => null);
      if (file?.size !== bytes) throw damaged(`${join(this.#directory, path)} is missing or not whole`);
    }
    return found;
  }

  earlier(): EarlierImports {
    const files = (table: string) =>
      this.#manifest.files.filter((file) => file.table === table).map(({ path }) => join(this.#directory, path));
    return { pay: files('pay'), postings: files('postings') };
  }

  async staged<T>(work: (staging: string) => Promise<T>): Promise<T> {
    const staging = join(this.#directory, `${STAGING_PREFIX}${randomBytes(6).toString('hex')}`);
    try {
      await mkdir(staging);
      return await work(staging);
    } catch (thrown) {
      throw thrown instanceof GoingRateError ? thrown : (diskFull(thrown) ?? thrown);
    } finally {
      await rm(staging, { recursive: true, force: true });
    }
  }

  async write(staging: string, path: string, write: (target: string) => Promise<void>): Promise<void> {
    const target = join(staging, path);
    await mkdir(dirname(target), { recursive: true });
    await write(target);
    await flushFile(target);
  }

  async commit(staging: string, entry: OwnImport, files: readonly WrittenFile[]): Promise<void> {
    const paths = [...files.map(({ path }) => path), ...(entry.quarantine === null ? [] : [entry.quarantine])];
    for (const path of paths) {
      const target = join(this.#directory, path);
      await mkdir(dirname(target), { recursive: true });
      await rename(join(staging, path), target);
    }
    for (const folder of new Set(paths.map((path) => dirname(join(this.#directory, path))))) await flushFolder(folder);
    await flushFolder(this.#directory);
    await this.#options.lock.verify();
    await writeOwnManifest(this.#directory, {
      schema: OWN_MANIFEST_SCHEMA,
      textVersion: this.#options.textVersion ?? this.#manifest.textVersion,
      imports: [...this.#manifest.imports, entry],
      files: [...this.#manifest.files, ...files],
    });
  }

  async remove(id: string): Promise<boolean> {
    if (!this.#manifest.imports.some((one) => one.id === id)) return false;
    const rest: OwnManifest = {
      ...this.#manifest,
      imports: this.#manifest.imports.filter((one) => one.id !== id),
      files: this.#manifest.files.filter(({ source }) => source !== id),
    };
    await this.#options.lock.verify();
    await writeOwnManifest(this.#directory, rest);
    await removeUnnamed(this.#directory, rest);
    return true;
  }
}
