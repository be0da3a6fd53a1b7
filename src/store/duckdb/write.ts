/** Writes the rows of one table and source as a Parquet file whose bytes depend on nothing but the rows. */
import { createHash } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type DuckDBConnection, DuckDBDataChunk, type DuckDBValue } from '@duckdb/node-api';
import { DomainError } from '../../core/errors.js';
import { storedColumn, tableFolder } from '../../query/dialect.js';
import { type ColumnDefinition, type RowOf, TABLES, type TableName } from '../../query/tables.js';
import type { WrittenFile } from '../port.js';
import { expectedValue, TYPE_RULES } from './types.js';

/** Rows of one group; a look-up of one cell decodes at least one group. */
const ROW_GROUP_SIZE = 20_480;
/** Rows of one DuckDB data chunk. */
const CHUNK_ROWS = 2048;
const SOURCE_NAME = /^[a-z0-9][a-z0-9.-]*$/;

export interface TableToWrite<T extends TableName> {
  readonly directory: string;
  readonly table: T;
  readonly source: string;
  readonly rows: readonly RowOf<T>[];
}

/**
 * Writes `<table>/<source>.parquet`: first under a name that is no table's, then renamed.
 *
 * The order is total (sort columns of the table, then all others), because ties in the order would let the
 * number of threads decide the bytes.
 *
 * @throws {DomainError} INVALID_SOURCE | INVALID_ROW
 */
export async function writeTableFile<T extends TableName>(
  connection: DuckDBConnection,
  { directory, table, source, rows }: TableToWrite<T>,
): Promise<WrittenFile> {
  if (!SOURCE_NAME.test(source)) {
    throw new DomainError(
      'INVALID_SOURCE',
      `'${source}' cannot name a file: use lower-case letters, digits, - and dots.`,
    );
  }
  const path = `${tableFolder(table)}/${source}.parquet`;
  const target = join(directory, path);
  const unfinished = `${target}.unfinished`;
  await mkdir(dirname(target), { recursive: true });
  try {
    await copySorted(connection, { table, rows, path: unfinished });
    await flushToDisk(unfinished);
    const content = await readFile(unfinished);
    await rename(unfinished, target);
    const sha256 = createHash('sha256').update(content).digest('hex');
    return { path, table, source, rows: rows.length, bytes: content.byteLength, sha256 };
  } catch (thrown) {
    await rm(unfinished, { force: true });
    throw thrown;
  }
}

async function flushToDisk(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

async function copySorted<T extends TableName>(
  connection: DuckDBConnection,
  { table, rows, path }: { readonly table: T; readonly rows: readonly RowOf<T>[]; readonly path: string },
): Promise<void> {
  const columns = Object.entries<ColumnDefinition>(TABLES[table].columns);
  const names = columns.map(([name]) => name);
  const sort: readonly string[] = TABLES[table].sort;
  const order = [...sort, ...names.filter((name) => !sort.includes(name))];
  const declarations = columns.map(
    ([name, { type, nullable }]) => `${storedColumn(name)} ${TYPE_RULES[type].stored}${nullable ? '' : ' NOT NULL'}`,
  );
  await connection.run(`CREATE OR REPLACE TEMP TABLE incoming (${declarations.join(', ')})`);
  try {
    await append(connection, table, rows);
    const by = order.map((name) => `${storedColumn(name)} ASC NULLS FIRST`).join(', ');
    await connection.run(
      `COPY (SELECT * FROM incoming ORDER BY ${by}) TO $1
       (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE ${ROW_GROUP_SIZE}, USE_TMP_FILE false)`,
      [path],
    );
  } finally {
    await connection.run('DROP TABLE IF EXISTS incoming');
  }
}

async function append<T extends TableName>(
  connection: DuckDBConnection,
  table: T,
  rows: readonly RowOf<T>[],
): Promise<void> {
  const columns = Object.entries<ColumnDefinition>(TABLES[table].columns);
  const types = columns.map(([, { type }]) => TYPE_RULES[type].stored);
  const appender = await connection.createAppender('incoming');
  for (let start = 0; start < rows.length; start += CHUNK_ROWS) {
    const slice = rows.slice(start, start + CHUNK_ROWS);
    const chunk = DuckDBDataChunk.create(types);
    chunk.setColumns(encode(table, slice, start));
    appender.appendDataChunk(chunk);
  }
  appender.flushSync();
  appender.closeSync();
}

/** Column by column in DuckDB's form; every value is checked against the table. */
function encode<T extends TableName>(table: T, rows: readonly RowOf<T>[], start: number): DuckDBValue[][] {
  const definitions: Readonly<Record<string, ColumnDefinition>> = TABLES[table].columns;
  const columns = Object.entries(definitions);
  const encoded = columns.map(() => new Array<DuckDBValue>(rows.length));
  rows.forEach((row, index) => {
    for (const name of Object.keys(row)) {
      if (!Object.hasOwn(definitions, name)) {
        throw new DomainError(
          'INVALID_ROW',
          `Row ${start + index} for ${table} has a column '${name}' that the table lacks.`,
        );
      }
    }
    columns.forEach(([name, definition], column) => {
      const value: unknown = row[name as keyof typeof row];
      const stored = value === null && definition.nullable ? null : TYPE_RULES[definition.type].encode(value);
      if (stored === undefined) {
        throw new DomainError(
          'INVALID_ROW',
          `${table}.${name} of row ${start + index} is ${shown(value)}: expected ${expectedValue(definition)}.`,
        );
      }
      encoded[column]![index] = stored;
    });
  });
  return encoded;
}

function shown(value: unknown): string {
  const text = typeof value === 'string' ? JSON.stringify(value) : String(value);
  return text.length > 80 ? `${text.slice(0, 80)}...` : text;
}
