/** Has the distinct texts read and keeps what they were read as. */
import {
  type DuckDBConnection,
  DuckDBDataChunk,
  type DuckDBResult,
  type DuckDBType,
  type DuckDBValue,
  INTEGER,
} from '@duckdb/node-api';
import { DomainError } from '../../../core/errors.js';
import { storedColumn } from '../../../query/dialect.js';
import type { ColumnType } from '../../../query/tables.js';
import { READINGS, type ReaderOf, type ReadingName } from '../../import-port.js';
import { TYPE_RULES } from '../types.js';

/** Time after which other work gets its turn while texts are read. */
const TURN_MS = 50;

export interface TextsToRead<N extends ReadingName> {
  readonly name: N;
  /** Statement that gives `id` and the texts. */
  readonly texts: string;
  /** Table the readings are added to, made where it is not there: `id` and the columns that the reading gives. */
  readonly into: string;
  readonly read: ReaderOf<N>;
  /** Told how many texts were read so far. */
  readonly onRead?: (count: number) => void;
}

/**
 * @param connection streams the texts
 * @param writer another connection, that writes meanwhile
 * @returns number of texts
 */
export async function appendReadings<N extends ReadingName>(
  connection: DuckDBConnection,
  writer: DuckDBConnection,
  { name, texts, into, read, onRead }: TextsToRead<N>,
): Promise<number> {
  const gives = Object.entries<ColumnType>(READINGS[name].gives);
  const types = [INTEGER, ...gives.map(([, type]) => TYPE_RULES[type].stored)];
  const columns = [
    'id INTEGER',
    ...gives.map(([column, type]) => `${storedColumn(column)} ${TYPE_RULES[type].stored}`),
  ];
  await writer.run(`CREATE TABLE IF NOT EXISTS ${into} (${columns.join(', ')})`);
  const appender = await writer.createAppender(into);
  let count = 0;
  let turn = performance.now();
  for await (const { ids, values } of chunksOf(await connection.stream(texts))) {
    const rows = ids.map((id, row) => {
      const reading: Readonly<Record<string, unknown>> = read(values.map((column) => column[row] ?? null));
      return [id, ...gives.map(([column, type]) => encoded(reading[column], type, `${name}.${column}`))];
    });
    appendRows(appender, types, rows);
    count += ids.length;
    onRead?.(count);
    if (performance.now() - turn > TURN_MS) {
      await new Promise((resolve) => setImmediate(resolve));
      turn = performance.now();
    }
  }
  appender.flushSync();
  appender.closeSync();
  return count;
}

async function* chunksOf(result: DuckDBResult) {
  for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
    const ids = chunk.getColumnValues(0).map(Number);
    const values = Array.from(
      { length: chunk.columnCount - 1 },
      (_, index) => chunk.getColumnValues(index + 1) as (string | null)[],
    );
    yield { ids, values };
  }
}

function appendRows(
  appender: { appendDataChunk(chunk: DuckDBDataChunk): void },
  types: readonly DuckDBType[],
  rows: readonly (readonly DuckDBValue[])[],
): void {
  const chunk = DuckDBDataChunk.create([...types]);
  chunk.setColumns(types.map((_, column) => rows.map((row) => row[column] as DuckDBValue)));
  appender.appendDataChunk(chunk);
}

function encoded(value: unknown, type: ColumnType, name: string): DuckDBValue {
  if (value === null) return null;
  const stored = TYPE_RULES[type].encode(value);
  if (stored === undefined) {
    throw new DomainError(
      'INVALID_READING',
      `${name} was read as ${JSON.stringify(String(value).slice(0, 80))}: expected ${TYPE_RULES[type].expected}.`,
    );
  }
  return stored;
}
