/** DuckDB's workshop: publishers' files in, sorted Parquet out. Used only while a market is built. */
import type { DuckDBConnection } from '@duckdb/node-api';
import type { RowOf, TableName } from '../../query/tables.js';
import type { RawOptions, Workshop, WrittenFile } from '../port.js';
import { type Engine, startEngine } from './connection.js';
import { readRawFile } from './raw.js';
import { writeTableFile } from './write.js';

export interface WorkshopOptions {
  /** Threads of the engine; the bytes it writes do not depend on them. */
  readonly threads?: number;
}

/**
 * Opens a workshop.
 *
 * Text files need a header and complete records; the empty string is null in every format. Parquet numbers
 * are printed exactly, whole ones without a trailing `.0`; dates as `YYYY-MM-DD`; lists and structures as JSON.
 *
 * @example
 * const workshop = await openWorkshop();
 * const rows = await workshop.readRaw(['raw/wages.csv.gz'], ['code', 'mean'], { format: 'csv' });
 */
export async function openWorkshop({ threads = 2 }: WorkshopOptions = {}): Promise<Workshop> {
  return new DuckDBWorkshop(await startEngine({ threads }));
}

class DuckDBWorkshop implements Workshop {
  readonly #engine: Engine;

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  async readRaw<const C extends string>(
    paths: readonly string[],
    columns: readonly C[],
    options: RawOptions,
  ): Promise<Record<C, string | null>[]> {
    return this.#connected(async (connection) => {
      const files: Record<C, string | null>[][] = [];
      for (const path of paths) files.push(await readRawFile({ connection, path, columns, options }));
      return files.length === 1 ? files[0]! : files.flat();
    });
  }

  async writeTable<T extends TableName>(
    directory: string,
    table: T,
    source: string,
    rows: readonly RowOf<T>[],
  ): Promise<WrittenFile> {
    return this.#connected((connection) => writeTableFile(connection, { directory, table, source, rows }));
  }

  async close(): Promise<void> {
    this.#engine.close();
  }

  /** Every task has a connection, and with it temporary tables, of its own. */
  async #connected<R>(task: (connection: DuckDBConnection) => Promise<R>): Promise<R> {
    const connection = await this.#engine.connect();
    try {
      return await task(connection);
    } finally {
      connection.closeSync();
    }
  }
}
