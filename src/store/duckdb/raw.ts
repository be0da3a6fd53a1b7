/** Reads publishers' files through DuckDB: every value as text, in file order. */
import { createReadStream } from 'node:fs';
import { access } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import { type DuckDBConnection, type DuckDBResult, type DuckDBType, DuckDBTypeId } from '@duckdb/node-api';
import { describeMissingColumns } from '../../core/column-drift.js';
import { SourceError } from '../../core/errors.js';
import type { RawOptions } from '../port.js';
import { firstLine } from './connection.js';

type RawRow<C extends string> = Record<C, string | null>;

const COMPARE_FILE = 'Compare the file with its publisher: the layout may have changed.';
const REPLACE_FILE = 'Check the file against its publisher: it may be incomplete or of another layout.';

export interface RawFile<C extends string> {
  readonly connection: DuckDBConnection;
  readonly path: string;
  readonly columns: readonly C[];
  readonly options: RawOptions;
}

/**
 * Reads one file; see `Workshop.readRaw`.
 *
 * @throws {SourceError} SOURCE_MISSING | SOURCE_EMPTY | SOURCE_COLUMN_MISSING | SOURCE_COLUMN_TWICE | SOURCE_UNREADABLE
 */
export async function readRawFile<C extends string>({
  connection,
  path,
  columns,
  options,
}: RawFile<C>): Promise<RawRow<C>[]> {
  try {
    await access(path);
    const sql =
      options.format === 'parquet'
        ? await parquetQuery(connection, path, columns, options)
        : await textQuery(path, columns, options);
    return await collect(await connection.stream(sql, [path]), columns);
  } catch (thrown) {
    if (thrown instanceof SourceError) throw thrown;
    if ((thrown as NodeJS.ErrnoException).code === 'ENOENT') {
      throw new SourceError('SOURCE_MISSING', `The source file ${path} does not exist.`, REPLACE_FILE, {
        cause: thrown,
      });
    }
    throw new SourceError('SOURCE_UNREADABLE', `${path} cannot be read: ${reason(thrown)}`, REPLACE_FILE, {
      cause: thrown,
    });
  }
}

/** What DuckDB says, with the numbers of columns it gives further down. */
function reason(thrown: unknown): string {
  const columns = /Expected Number of Columns: \d+ Found: \d+/.exec(String(thrown));
  return columns ? `${firstLine(thrown)} (${columns[0].toLowerCase()})` : firstLine(thrown);
}

async function collect<C extends string>(result: DuckDBResult, columns: readonly C[]): Promise<RawRow<C>[]> {
  const rows: RawRow<C>[] = [];
  for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
    const values = columns.map((_, index) => chunk!.getColumnValues(index) as (string | null)[]);
    for (let row = 0; row < chunk.rowCount; row++) {
      const record = {} as RawRow<C>;
      for (let index = 0; index < columns.length; index++) record[columns[index]!] = values[index]![row]!;
      rows.push(record);
    }
  }
  return rows;
}

async function textQuery(path: string, columns: readonly string[], options: RawOptions): Promise<string> {
  const delimiter = options.delimiter ?? ',';
  const quoted = options.quoted ?? true;
  const header = await readHeader(path, delimiter, quoted);
  // Positions stand in for the publisher's names, so that no name of theirs becomes part of a statement.
  const struct = header.map((_, index) => `'c${index}': 'VARCHAR'`).join(', ');
  const at = positions(path, header, columns, options);
  const wanted = at.map((position) => `nullif(c${position}, '')`).join(', ');
  const quote = quoted ? '"' : '';
  // Padding and line breaks inside quotation marks go together only in a single thread.
  const padding = options.padded ? ', null_padding = true, parallel = false' : '';
  return `SELECT ${wanted} FROM read_csv($1, auto_detect = false, header = true, columns = {${struct}},
    delim = '${delimiter}', quote = '${quote}', escape = '${quote}', nullstr = '', strict_mode = true${padding})`;
}

/** Places of the columns in the header. */
function positions(
  file: string,
  header: readonly string[],
  columns: readonly string[],
  { known, onColumns }: RawOptions,
): number[] {
  onColumns?.(header);
  const missing = columns.filter((column) => !header.includes(column));
  if (missing.length > 0) {
    const message = describeMissingColumns({ file, missing, header, wanted: columns, known });
    throw new SourceError('SOURCE_COLUMN_MISSING', message, COMPARE_FILE);
  }
  return columns.map((column) => {
    const index = header.indexOf(column);
    if (header.indexOf(column, index + 1) < 0) return index;
    throw new SourceError('SOURCE_COLUMN_TWICE', `${file} has more than one column '${column}'.`, REPLACE_FILE);
  });
}

/** Column names of a text file: its first record, without a byte order mark. */
async function readHeader(path: string, delimiter: string, quoted: boolean): Promise<string[]> {
  const file = createReadStream(path);
  const content = path.endsWith('.gz') ? file.pipe(createGunzip()) : file;
  file.once('error', (error) => content.destroy(error));
  const decoder = new TextDecoder();
  let text = '';
  for await (const bytes of content) {
    text += decoder.decode(bytes as Buffer, { stream: true });
    if (endOfRecord(text, quoted) >= 0) break;
  }
  file.destroy();
  const end = endOfRecord(text, quoted);
  const record = end < 0 ? text : text.slice(0, end);
  if (record === '') throw new SourceError('SOURCE_EMPTY', `${path} has no header.`, REPLACE_FILE);
  return splitRecord(record, delimiter, quoted);
}

function endOfRecord(text: string, quoted: boolean): number {
  let inside = false;
  for (let index = 0; index < text.length; index++) {
    const character = text[index];
    if (quoted && character === '"') inside = !inside;
    else if (!inside && (character === '\n' || character === '\r')) return index;
  }
  return -1;
}

function splitRecord(record: string, delimiter: string, quoted: boolean): string[] {
  if (!quoted) return record.split(delimiter);
  const fields: string[] = [];
  let field = '';
  let inside = false;
  for (let index = 0; index < record.length; index++) {
    const character = record[index]!;
    if (character === '"') {
      if (inside && record[index + 1] === '"') field += record[++index];
      else inside = !inside;
    } else if (character === delimiter && !inside) {
      fields.push(field);
      field = '';
    } else field += character;
  }
  return [...fields, field];
}

async function parquetQuery(
  connection: DuckDBConnection,
  path: string,
  columns: readonly string[],
  options: RawOptions,
): Promise<string> {
  const layout = await connection.run('SELECT * FROM read_parquet($1) LIMIT 0', [path]);
  const at = positions(path, layout.columnNames(), columns, options);
  const wanted = columns.map((column, index) =>
    asText(`"${column.replaceAll('"', '""')}"`, layout.columnType(at[index]!)),
  );
  return `SELECT ${wanted.join(', ')} FROM read_parquet($1)`;
}

/** Text of a Parquet value: shortest exact decimals without a trailing `.0`, ISO dates, lists and structures as JSON. */
function asText(column: string, type: DuckDBType): string {
  const text = `CAST(${column} AS VARCHAR)`;
  switch (type.typeId) {
    case DuckDBTypeId.FLOAT:
    case DuckDBTypeId.DOUBLE: {
      const whole = `${column} = trunc(${column}) AND abs(${column}) < 1e18`;
      return `CASE WHEN ${whole} THEN CAST(CAST(${column} AS BIGINT) AS VARCHAR) ELSE ${text} END`;
    }
    case DuckDBTypeId.LIST:
    case DuckDBTypeId.STRUCT:
    case DuckDBTypeId.MAP:
    case DuckDBTypeId.ARRAY:
      return `CAST(to_json(${column}) AS VARCHAR)`;
    default:
      return `nullif(${text}, '')`;
  }
}
