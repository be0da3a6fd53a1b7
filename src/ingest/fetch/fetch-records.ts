/** What was fetched from where: kept beside the files, to ask a server only for what has changed. */
import { mkdir, open, readFile, rename, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fingerprint } from '../raw-reader.js';
import type { Validators } from './partial-file.js';

const RECORDS_FILE = 'fetched.json';

export interface FetchedFile {
  readonly bytes: number;
  readonly sha256: string;
}

export interface FetchRecord extends Validators {
  /** Files made of the answer, by their paths below the folder of downloads. */
  readonly files: Readonly<Record<string, FetchedFile>>;
}

export class FetchRecords {
  readonly #path: string;
  readonly #records: Map<string, FetchRecord>;
  #writing: Promise<void> = Promise.resolve();

  private constructor(path: string, records: Map<string, FetchRecord>) {
    this.#path = path;
    this.#records = records;
  }

  /** Reads them; damaged ones count as none, and everything is fetched again. */
  static async open(downloads: string): Promise<FetchRecords> {
    const path = join(downloads, RECORDS_FILE);
    let entries: [string, FetchRecord][] = [];
    try {
      entries = Object.entries(JSON.parse(await readFile(path, 'utf8')) as Record<string, FetchRecord>);
    } catch {}
    return new FetchRecords(path, new Map(entries.filter(([, record]) => isRecord(record))));
  }

  get(address: string): FetchRecord | null {
    return this.#records.get(address) ?? null;
  }

  /** Keeps a record; written aside and renamed, one after the other. */
  async set(address: string, record: FetchRecord): Promise<void> {
    this.#records.set(address, record);
    this.#writing = this.#writing.then(() => this.#write());
    await this.#writing;
  }

  async #write(): Promise<void> {
    await mkdir(dirname(this.#path), { recursive: true });
    const unfinished = `${this.#path}.unfinished`;
    const entries = [...this.#records].sort(([a], [b]) => (a < b ? -1 : 1));
    const file = await open(unfinished, 'w');
    try {
      await file.writeFile(`${JSON.stringify(Object.fromEntries(entries), null, 1)}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(unfinished, this.#path);
  }
}

/** Whether a file is on the disk as it was recorded. */
export async function isAsFetched(path: string, recorded: FetchedFile | undefined): Promise<boolean> {
  if (recorded === undefined) return false;
  const found = await stat(path).catch(() => null);
  if (found === null || !found.isFile() || found.size !== recorded.bytes) return false;
  return (await fingerprint(path)).sha256 === recorded.sha256;
}

function isRecord(value: unknown): boolean {
  const record = value as FetchRecord | null;
  const textOrNull = (text: unknown) => text === null || typeof text === 'string';
  if (typeof record !== 'object' || record === null || !textOrNull(record.etag)) return false;
  return textOrNull(record.lastModified) && typeof record.files === 'object' && record.files !== null;
}
