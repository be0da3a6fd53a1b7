/** A file on its way: kept aside until it is whole, and taken up again after a break. */
import { createHash } from 'node:crypto';
import { type FileHandle, mkdir, open, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Folder of files on their way, inside the folder of downloads. */
const PARTIAL_FOLDER = '.partial';
const KEPT_MS = 24 * 60 * 60 * 1000;

/** What a server calls one state of a file. */
export interface Validators {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

/** Bytes of a file that are there already, and what proves that the rest belongs to them. */
export interface HeldPart {
  readonly bytes: number;
  readonly validator: string;
}

export class PartialFile {
  readonly path: string;
  /** Folder of downloads. */
  readonly downloads: string;
  readonly #folder: string;
  readonly #notes: string;

  /** @param downloads folder of downloads */
  constructor(downloads: string, address: string) {
    this.downloads = downloads;
    this.#folder = join(downloads, PARTIAL_FOLDER);
    const name = createHash('sha256').update(address).digest('hex').slice(0, 16);
    this.path = join(this.#folder, name);
    this.#notes = `${this.path}.json`;
  }

  /** The part that is there; null when there is none, or nothing proves what it is a part of. */
  async held(): Promise<HeldPart | null> {
    try {
      const { validator } = JSON.parse(await readFile(this.#notes, 'utf8')) as { validator?: unknown };
      const { size } = await stat(this.path);
      return typeof validator === 'string' && size > 0 ? { bytes: size, validator } : null;
    } catch {
      return null;
    }
  }

  /** Opens an empty file for an answer, or the part that is there to go on with it. */
  async begin(validators: Validators, resumed: boolean): Promise<FileHandle> {
    await mkdir(this.#folder, { recursive: true });
    if (resumed) return open(this.path, 'a');
    await this.discard();
    const validator = strongest(validators);
    if (validator !== null) await writeFile(this.#notes, JSON.stringify({ validator }));
    return open(this.path, 'w');
  }

  async discard(): Promise<void> {
    await rm(this.path, { force: true });
    await rm(this.#notes, { force: true });
  }
}

/** A weak entity tag does not say that bytes are the same. */
function strongest({ etag, lastModified }: Validators): string | null {
  return etag !== null && !etag.startsWith('W/') ? etag : lastModified;
}

/** Removes files that were left on their way too long ago to be taken up. */
export async function clearPartialFiles(downloads: string, nowMs: number): Promise<void> {
  const folder = join(downloads, PARTIAL_FOLDER);
  for (const name of await readdir(folder).catch(() => [])) {
    const found = await stat(join(folder, name)).catch(() => null);
    const resumable = /^[0-9a-f]{16}(\.json)?$/.test(name);
    if (found !== null && (!resumable || nowMs - found.mtimeMs > KEPT_MS)) {
      await rm(join(folder, name), { force: true, recursive: true });
    }
  }
}
