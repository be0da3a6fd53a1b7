/** Rows written aside as CSV that DuckDB reads without doubt. */
import { type FileHandle, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { storageFailure } from '../../storage-failure.js';
import type { InputTable } from '../input.js';
import type { OpenContext } from './open-context.js';

const WRITTEN_AT_ONCE = 2 ** 20;
const NEEDS_QUOTES = /[",\n\r]/;

/** A cell of the staging files; a zero character, which no database takes, becomes U+FFFD. */
function cell(text: string): string {
  const whole = text.includes('\0') ? text.replaceAll('\0', '\uFFFD') : text;
  return NEEDS_QUOTES.test(whole) ? `"${whole.replaceAll('"', '""')}"` : whole;
}

/** Lines of one file, written some at a time; opened with the first of them. */
class Lines {
  readonly #path: string;
  #file: FileHandle | null = null;
  #waiting: string[] = [];
  #length = 0;

  constructor(path: string) {
    this.#path = path;
  }

  /** @returns whether enough is waiting for {@link flush} to be called */
  add(line: string): boolean {
    this.#waiting.push(line);
    this.#length += line.length;
    return this.#length >= WRITTEN_AT_ONCE;
  }

  async flush(): Promise<void> {
    const text = this.#waiting.join('');
    this.#waiting = [];
    this.#length = 0;
    try {
      this.#file ??= await open(this.#path, 'w');
      if (text !== '') await this.#file.writeFile(text);
    } catch (cause) {
      throw storageFailure(cause, dirname(this.#path));
    }
  }

  async close(): Promise<void> {
    try {
      await this.flush();
    } finally {
      await this.abandon();
    }
  }

  async abandon(): Promise<void> {
    await this.#file?.close().catch(() => {});
    this.#file = null;
  }
}

/** A table under way: its rows in one file, what could not be taken apart in another. */
export class StagedTable {
  readonly #paths: { readonly rows: string; readonly rejected: string };
  readonly #longest: number;
  readonly #rows: Lines;
  readonly #rejects: Lines;
  #counts = { rows: 0, rejected: 0 };

  constructor({ newPath, limits }: Pick<OpenContext, 'newPath' | 'limits'>) {
    this.#paths = { rows: newPath('.csv'), rejected: newPath('.rejected.csv') };
    this.#longest = limits.recordLength;
    this.#rows = new Lines(this.#paths.rows);
    this.#rejects = new Lines(this.#paths.rejected);
  }

  /** Rows and rejects so far. */
  get count(): number {
    return this.#counts.rows + this.#counts.rejected;
  }

  /** One row; a row too long for the database is set aside. */
  async row(number: number, cells: readonly string[]): Promise<void> {
    const line = `${number},${cells.map(cell).join(',')}\n`;
    if (line.length > this.#longest) return this.reject(number, 'the row is too long', cells.join(' | '));
    this.#counts.rows += 1;
    if (this.#rows.add(line)) await this.#rows.flush();
  }

  /** A row that could not be taken apart. */
  async reject(number: number, reason: string, original: string): Promise<void> {
    this.#counts.rejected += 1;
    const line = `${number},${cell(reason)},${cell(original.slice(0, this.#longest / 2))}\n`;
    if (this.#rejects.add(line)) await this.#rejects.flush();
  }

  async finish(): Promise<Pick<InputTable, 'content' | 'rejected'>> {
    await this.#rows.close();
    await this.#rejects.close();
    const { rejected } = this.#counts;
    return {
      content: { kind: 'staged', path: this.#paths.rows },
      rejected: rejected === 0 ? null : { path: this.#paths.rejected, rows: rejected },
    };
  }

  /** Closes the files of a table that is given up. */
  async abandon(): Promise<void> {
    await this.#rows.abandon();
    await this.#rejects.abandon();
  }
}
