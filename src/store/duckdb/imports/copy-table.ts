/** Writes a table of an import as Parquet, flushed to disk. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { DuckDBConnection } from '@duckdb/node-api';
import { storedColumn, tableFolder } from '../../../query/dialect.js';
import { TABLES, type TableName } from '../../../query/tables.js';
import { flushFile } from '../../durable-file.js';
import type { DestinationOfImport } from '../../import-port.js';
import type { WrittenFile } from '../../port.js';
import { literal } from './sql-text.js';

/** Rows of one group; a look-up of one cell decodes at least one group. */
const ROW_GROUP_SIZE = 61_440;

export interface TableToCopy {
  readonly table: TableName;
  readonly destination: DestinationOfImport;
  /** Sorted query that gives the table's columns under their stored names. */
  readonly query: string;
}

/** @returns null, and leaves no file, where there are no rows */
export async function copyTable(
  connection: DuckDBConnection,
  { table, destination, query }: TableToCopy,
): Promise<WrittenFile | null> {
  const { directory, id } = destination;
  const path = `${tableFolder(table)}/${id}.parquet`;
  const target = join(directory, path);
  await mkdir(dirname(target), { recursive: true });
  const columns = Object.keys(TABLES[table].columns).map((column) =>
    // An ENUM's texts are all written into every group of rows, which is too much for titles.
    column === 'title' ? 'title::VARCHAR AS title' : storedColumn(column),
  );
  const result =
    await connection.runAndReadAll(`COPY (SELECT ${columns.join(', ')} FROM (${query})) TO ${literal(target)}
    (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE ${ROW_GROUP_SIZE}, USE_TMP_FILE false)`);
  const rows = Number(result.value(0, 0));
  if (rows === 0) {
    await rm(target);
    return null;
  }
  await flushFile(target);
  const { size } = await stat(target);
  return { path, table, source: id, rows, bytes: size, sha256: await sha256Of(target) };
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}
