/** Columns and first rows of a Parquet file. */
import { firstLine, restrictToFiles, startEngine } from '../connection.js';

/** Cells as text; lists and structures as JSON. */
export interface ParquetHead {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | null)[])[];
}

/** A Parquet file that DuckDB cannot read. */
export class ParquetFault extends Error {}

const NESTED = /\[|\(|^(?:STRUCT|MAP|LIST|UNION)/;

/**
 * Looks into a Parquet file.
 *
 * @param rows how many rows to read, 0 for the names of the columns alone
 * @throws {ParquetFault} when the file is damaged or no Parquet file
 */
export async function readParquetHead(path: string, rows: number): Promise<ParquetHead> {
  const engine = await startEngine({ threads: 1 });
  try {
    const connection = await engine.connect();
    await restrictToFiles(connection, [path]);
    const described = await connection.runAndReadAll('DESCRIBE SELECT * FROM read_parquet($1)', [path]);
    const columns = described.getRows().map(([name, type]) => ({ name: String(name), type: String(type) }));
    const names = columns.map(({ name }) => name);
    if (rows === 0) return { columns: names, rows: [] };
    const texts = columns.map(({ name, type }) => {
      const column = `"${name.replaceAll('"', '""')}"`;
      return NESTED.test(type) && !type.startsWith('DECIMAL')
        ? `CAST(to_json(${column}) AS VARCHAR)`
        : `CAST(${column} AS VARCHAR)`;
    });
    const sql = `SELECT ${texts.join(', ')} FROM read_parquet($1) LIMIT ${Math.trunc(rows)}`;
    const read = await connection.runAndReadAll(sql, [path]);
    return { columns: names, rows: read.getRows() as (string | null)[][] };
  } catch (thrown) {
    throw new ParquetFault(firstLine(thrown), { cause: thrown });
  } finally {
    engine.close();
  }
}
