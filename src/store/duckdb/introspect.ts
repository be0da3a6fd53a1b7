/** Compares the layout of a market's Parquet files with `TABLES`. */
import { join, resolve } from 'node:path';
import { storedColumn } from '../../query/dialect.js';
import { type ColumnDefinition, TABLES } from '../../query/tables.js';
import type { Manifest, WrittenFile } from '../port.js';
import { type Engine, firstLine, startEngine } from './connection.js';
import { TYPE_RULES } from './types.js';

/**
 * Lists every difference between the files of a market and the tables they claim to hold: columns, their
 * order, their types and the number of rows. An empty list means that there is none.
 *
 * @example await layoutFaults('market', await readManifest('market')) // []
 */
export async function layoutFaults(marketDirectory: string, { files }: Manifest): Promise<string[]> {
  const engine = await startEngine({ threads: 1 });
  try {
    const faults: string[] = [];
    for (const file of files) faults.push(...(await fileFaults(engine, resolve(marketDirectory), file)));
    return faults;
  } finally {
    engine.close();
  }
}

async function fileFaults(engine: Engine, directory: string, file: WrittenFile): Promise<string[]> {
  const connection = await engine.connect();
  try {
    const path = join(directory, file.path);
    const layout = await connection.run('SELECT * FROM read_parquet(?) LIMIT 0', [path]);
    const found = layout.columnNames().map((name, index) => `${name} ${layout.columnType(index)}`);
    const expected = Object.entries<ColumnDefinition>(TABLES[file.table].columns).map(
      ([name, { type }]) => `${storedColumn(name)} ${TYPE_RULES[type].stored}`,
    );
    const missing = expected.filter((column) => !found.includes(column));
    const surplus = found.filter((column) => !expected.includes(column));
    const moved = missing.length + surplus.length === 0 && found.some((column, index) => column !== expected[index]);
    const count = await connection.run('SELECT count(*) FROM read_parquet(?)', [path]);
    const rows = Number((await count.getRows())[0]?.[0]);
    return [
      ...missing.map((column) => `${file.path} lacks the column ${column}`),
      ...surplus.map((column) => `${file.path} has the column ${column}, which ${file.table} does not have`),
      ...(moved ? [`${file.path} has its columns in another order than ${file.table}`] : []),
      ...(rows === file.rows ? [] : [`${file.path} has ${rows} rows where its manifest says ${file.rows}`]),
    ];
  } catch (thrown) {
    return [`${file.path} cannot be read: ${firstLine(thrown)}`];
  } finally {
    connection.closeSync();
  }
}
