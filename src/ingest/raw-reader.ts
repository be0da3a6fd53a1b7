/** Reads the raw files of a folder of sources and keeps account of every file used. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { TextDecoder } from 'node:util';
import { createGunzip } from 'node:zlib';
import { SourceError } from '../core/errors.js';
import type { InputFile, RawOptions, Workshop } from '../store/port.js';
import { readSheetTable } from './workbook.js';

export type RawRecord<C extends string> = Readonly<Record<C, string | null>>;

/** Where the file or folder of a raw path, `<folder>/<file>`, lies on disk. */
export type Locate = (path: string) => string;

/** Where a value stands in a publisher's file. */
export interface Cell {
  readonly path: string;
  /** As the user counts: a header is row 1 of a text file, a sheet counts as its workbook does. */
  readonly row: number;
}

/** Finds the first record of a read whose column has the value. */
type Search = (column: string, value: string | null) => Promise<Cell | null>;

export class RawReader {
  readonly #locate: Locate;
  readonly #workshop: Workshop;
  /** Path shown in the manifest to path on disk. */
  readonly #used = new Map<string, string>();
  readonly #columns = new Set<string>();
  readonly #searches: Search[] = [];
  #known: readonly string[] = [];

  /** @param root folder that holds one folder per source, or where each raw path lies */
  constructor(root: string | Locate, workshop: Workshop) {
    this.#locate = typeof root === 'string' ? (path) => join(root, path) : root;
    this.#workshop = workshop;
  }

  /** Sets the columns that the next source's files had when they were last read: those it did not have are new. */
  expect(columns: readonly string[]): void {
    this.#known = columns;
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
    const files = list.map((path) => this.#locate(path));
    this.#searches.push(this.#searchOf(list, columns, options));
    return this.#workshop.readRaw(files, columns, { ...options, known: this.#known, onColumns: this.#note });
  }

  /** Whether a file is there, for files that not every user has. */
  async has(path: string): Promise<boolean> {
    return stat(this.#locate(path)).then(
      (found) => found.isFile(),
      () => false,
    );
  }

  /**
   * The first of several files that is there: publishers' own workbooks beside copies as text, say.
   *
   * @throws {SourceError} SOURCE_MISSING names the first of them
   */
  async firstOf(...paths: readonly [string, ...string[]]): Promise<string> {
    for (const path of paths) if (await this.has(path)) return path;
    throw missing(paths[0], paths[0].split('/')[0]!, undefined);
  }

  /**
   * A JSON file, plain or gzip.
   *
   * @throws {SourceError} SOURCE_MISSING | SOURCE_UNREADABLE
   */
  async json(path: string): Promise<unknown> {
    await this.#require(path);
    try {
      return JSON.parse(await readText(this.#locate(path)));
    } catch (cause) {
      throw unreadable(path, 'it is not JSON', cause);
    }
  }

  /**
   * The values of a file of JSON lines, plain or gzip, one after the other.
   *
   * @throws {SourceError} SOURCE_MISSING | SOURCE_UNREADABLE, naming the line
   */
  async *jsonLines(path: string): AsyncGenerator<unknown> {
    await this.#require(path);
    const lines = createInterface({ input: openText(this.#locate(path)), crlfDelay: Number.POSITIVE_INFINITY });
    let number = 0;
    try {
      for await (const line of lines) {
        number += 1;
        if (line.trim() !== '') yield JSON.parse(line);
      }
    } catch (cause) {
      throw unreadable(path, `line ${number} is not JSON`, cause);
    }
  }

  /**
   * Records of one sheet of a workbook, every value as text or null. The header is the first of the leading rows that
   * holds every column.
   *
   * @param sheet its name, or a pattern of which exactly one sheet's name is an example
   * @throws {SourceError} SOURCE_MISSING | SOURCE_UNREADABLE | SOURCE_SHEET_MISSING | SOURCE_COLUMN_MISSING
   */
  async sheet<const C extends string>(
    path: string,
    sheet: string | RegExp,
    columns: readonly C[],
  ): Promise<RawRecord<C>[]> {
    await this.#require(path);
    const request = { path: this.#locate(path), shown: path, sheet, columns, known: this.#known };
    this.#searches.push(async (column, value) => {
      const candidates = candidatesAmong(columns, column);
      if (candidates.length === 0) return null;
      const { records, rows } = await readSheetTable(request);
      const index = records.findIndex((record) => candidates.some((name) => record[name] === value));
      return index < 0 ? null : { path, row: rows[index]! };
    });
    const { records, header } = await readSheetTable(request);
    this.#note(header);
    return records;
  }

  /**
   * All columns of a sheet, for publishers whose column names carry a year.
   *
   * @param column one that its header always holds
   * @throws {SourceError} as `sheet`
   */
  async sheetColumns(path: string, sheet: string | RegExp, column: string): Promise<readonly string[]> {
    await this.#require(path);
    const { header } = await readSheetTable({ path: this.#locate(path), shown: path, sheet, columns: [column] });
    return header;
  }

  /** Names in a folder, sorted. */
  async list(folder: string): Promise<string[]> {
    try {
      return (await readdir(this.#locate(folder))).sort();
    } catch (cause) {
      throw missing(folder, folder, cause);
    }
  }

  /** Accounts for a file that was read elsewhere, under the path given. */
  account(path: string, file: string): void {
    this.#used.set(path, file);
  }

  readonly #note = (columns: readonly string[]): void => {
    for (const column of columns) if (column.trim() !== '') this.#columns.add(column);
  };

  #searchOf(paths: readonly string[], columns: readonly string[], options: RawOptions): Search {
    return async (column, value) => {
      const candidates = candidatesAmong(columns, column);
      if (candidates.length === 0) return null;
      for (const path of paths) {
        const records = await this.#workshop.readRaw([this.#locate(path)], columns, options);
        const index = records.findIndex((record) => candidates.some((name) => record[name] === value));
        if (index >= 0) return { path, row: index + (options.format === 'parquet' ? 1 : 2) };
      }
      return null;
    };
  }

  async #require(path: string): Promise<void> {
    try {
      await stat(this.#locate(path));
    } catch (cause) {
      throw missing(path, path.split('/')[0]!, cause);
    }
    this.#used.set(path, this.#locate(path));
  }

  /** Files used since the inputs were last taken. */
  get used(): readonly string[] {
    return [...this.#used.keys()];
  }

  /**
   * Where a value stands in the files read since the inputs were last taken. They are read again: nothing is kept for
   * the case that something is wrong with them.
   *
   * @param column name in any case, or the beginning of one
   */
  async find(column: string, value: string | null): Promise<Cell | null> {
    for (const search of this.#searches) {
      const cell = await search(column, value);
      if (cell !== null) return cell;
    }
    return null;
  }

  /** Distinct column names of the files read since the last call, sorted. */
  takeColumns(): string[] {
    const columns = [...this.#columns].sort();
    this.#columns.clear();
    return columns;
  }

  /** Size and checksum of the files used since the last call, by path. */
  async takeInputs(): Promise<InputFile[]> {
    const used = [...this.#used].sort(([a], [b]) => (a < b ? -1 : 1));
    this.#used.clear();
    this.#searches.length = 0;
    return Promise.all(used.map(async ([path, file]) => ({ path, ...(await fingerprint(file)) })));
  }
}

/** The columns meant: the one of that name, else in any case, else all that begin so. */
function candidatesAmong<C extends string>(columns: readonly C[], column: string): readonly C[] {
  const lower = column.toLowerCase();
  const named = columns.filter((name) => name === column);
  if (named.length > 0) return named;
  const alike = columns.filter((name) => name.toLowerCase() === lower);
  return alike.length > 0 ? alike : columns.filter((name) => name.toLowerCase().startsWith(lower));
}

function unreadable(path: string, fault: string, cause: unknown): SourceError {
  const remedy = 'Check the file against its publisher: it may be incomplete or of another layout.';
  return new SourceError('SOURCE_UNREADABLE', `${path} cannot be read: ${fault}.`, remedy, { cause });
}

function openText(path: string): Readable {
  const file = createReadStream(path);
  if (!path.endsWith('.gz')) return file;
  const content = file.pipe(createGunzip());
  file.once('error', (error) => content.destroy(error));
  return content;
}

async function readText(path: string): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of openText(path)) pieces.push(piece as Buffer);
  return new TextDecoder().decode(Buffer.concat(pieces));
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
