/** A table of the user's file as a relation of the engine. */
import { open } from 'node:fs/promises';
import { type DuckDBConnection, type DuckDBType, DuckDBTypeId } from '@duckdb/node-api';
import { storedColumn } from '../../../query/dialect.js';
import type { ImportField, TableToImport } from '../../import-port.js';
import { isoDayOf, numberOf } from './plain-values.js';
import { identifier, literal } from './sql-text.js';

export interface OpenTable {
  readonly table: TableToImport;
  /** Number among the tables; part of the names of its temporary tables. */
  readonly at: number;
  /**
   * Rows with a column `f_<field>` for each mapped field, `plain_<field>` for numbers and days that the engine reads by
   * itself, and `row` where `numbered`.
   */
  readonly relation: string;
  /** Whether rows carry their number. Those of a long text file do not: numbering it would keep a single thread busy. */
  readonly numbered: boolean;
}

/** Lines longer than the engine's own limit: descriptions of many megabytes. */
const LONGEST_LINE = 64 * 1024 * 1024;

export function fieldColumn(field: ImportField): string {
  return `f_${storedColumn(field)}`;
}

/** Fields with a column, in the order of the mapping. */
export function mappedFields({ fields }: TableToImport): ImportField[] {
  return Object.keys(fields) as ImportField[];
}

/** @param longLines accepts lines up to 64 MB, at a cost in memory */
export async function openTable(
  connection: DuckDBConnection,
  table: TableToImport,
  { at, longLines }: { readonly at: number; readonly longLines: boolean },
): Promise<OpenTable> {
  const mapped = mappedFields(table);
  const { content } = table;
  const types = content.kind === 'parquet' ? await parquetTypes(connection, content.path, table) : null;
  const texts = mapped.map((field) => {
    const position = positionOf(table, field);
    const text =
      types === null ? `c${position}` : parquetText(identifier(types.names[position]!), types.types[position]!);
    const constant = table.constants[field];
    return `${constant === undefined ? text : `coalesce(${text}, ${literal(constant)})`} AS ${fieldColumn(field)}`;
  });
  const row = rowNumber(table);
  const columns = [...row, ...texts].join(', ') || 'NULL AS nothing';
  // The file stores these as numbers: they have a point whatever the mapping says.
  const numeric = mapped.filter((field) => types !== null && isNumber(types.types[positionOf(table, field)]!));
  const plain = mapped
    .filter(isPlain)
    .map((field) => `, ${plainExpression(table, field, numeric)} AS ${plainColumn(field)}`);
  const limit = table.limit === null ? '' : ` LIMIT ${table.limit}`;
  return {
    table,
    at,
    relation: withPlainValues(`(SELECT ${columns} FROM ${await source(table, longLines)}${limit})`, plain),
    numbered: row.length > 0,
  };
}

/** Adds the values that the engine reads by itself, once, because they are used more than once. */
function withPlainValues(relation: string, plain: readonly string[]): string {
  return plain.length === 0 ? relation : `(SELECT *${plain.join('')} FROM ${relation})`;
}

/** The columns of some records, given as texts, as the relation of a table has them. */
export function relationOfTexts(table: TableToImport, relation: string): string {
  return withPlainValues(
    relation,
    mappedFields(table)
      .filter(isPlain)
      .map((field) => `, ${plainExpression(table, field, [])} AS ${plainColumn(field)}`),
  );
}

/** Whether the engine reads the plain values of a field by itself. */
export function isPlain(field: ImportField): boolean {
  return field === 'date' || field === 'pay' || field === 'payLow' || field === 'payHigh';
}

export function plainColumn(field: ImportField): string {
  return `plain_${storedColumn(field)}`;
}

function plainExpression(table: TableToImport, field: ImportField, numeric: readonly ImportField[]): string {
  const text = fieldColumn(field);
  return field === 'date' ? isoDayOf(text) : numberOf(text, numeric.includes(field) ? '.' : table.decimal);
}

function positionOf({ columns, fields }: TableToImport, field: ImportField): number {
  return columns.indexOf(fields[field] as string);
}

function rowNumber({ content, fields, limit }: TableToImport): string[] {
  if (content.kind === 'staged') return ['CAST(n AS BIGINT) AS row'];
  if (content.kind === 'parquet') return ['file_row_number + 1 AS row'];
  return limit !== null || fields.description !== undefined ? ['row_number() OVER () AS row'] : [];
}

async function source({ columns, content }: TableToImport, longLines: boolean): Promise<string> {
  const path = literal(content.path);
  if (content.kind === 'parquet') return `read_parquet(${path}, file_row_number = true)`;
  const staged = content.kind === 'staged';
  const names = [...(staged ? ['n'] : []), ...columns.map((_, index) => `c${index}`)];
  const options = [
    'auto_detect = false',
    `header = ${!staged}`,
    `delim = ${literal(staged ? ',' : content.delimiter)}`,
    `quote = '"', escape = '"', nullstr = '', strict_mode = true`,
    `compression = '${(await isGzip(content.path)) ? 'gzip' : 'none'}'`,
    `columns = {${names.map((name) => `${name}: 'VARCHAR'`).join(', ')}}`,
    ...(longLines ? [`max_line_size = ${LONGEST_LINE}, buffer_size = ${LONGEST_LINE}`] : []),
  ];
  return `read_csv(${path}, ${options.join(', ')})`;
}

async function isGzip(path: string): Promise<boolean> {
  const file = await open(path, 'r');
  try {
    const head = Buffer.alloc(2);
    await file.read(head, 0, 2, 0);
    return head[0] === 0x1f && head[1] === 0x8b;
  } finally {
    await file.close();
  }
}

interface ParquetTypes {
  readonly names: readonly string[];
  readonly types: readonly DuckDBType[];
}

async function parquetTypes(connection: DuckDBConnection, path: string, table: TableToImport): Promise<ParquetTypes> {
  const layout = await connection.run(`SELECT * FROM read_parquet(${literal(path)}) LIMIT 0`);
  const names = layout.columnNames();
  return { names, types: table.columns.map((_, index) => layout.columnType(index)) };
}

/** Text of a Parquet value: exact decimals without a trailing `.0`, ISO dates, lists and structures as JSON. */
function parquetText(column: string, type: DuckDBType): string {
  const text = `CAST(${column} AS VARCHAR)`;
  switch (type.typeId) {
    case DuckDBTypeId.LIST:
    case DuckDBTypeId.STRUCT:
    case DuckDBTypeId.MAP:
    case DuckDBTypeId.ARRAY:
      return `CAST(to_json(${column}) AS VARCHAR)`;
    default:
      return isNumber(type) ? text : `nullif(${text}, '')`;
  }
}

const NUMBERS: ReadonlySet<DuckDBTypeId> = new Set([
  DuckDBTypeId.TINYINT,
  DuckDBTypeId.SMALLINT,
  DuckDBTypeId.INTEGER,
  DuckDBTypeId.BIGINT,
  DuckDBTypeId.UTINYINT,
  DuckDBTypeId.USMALLINT,
  DuckDBTypeId.UINTEGER,
  DuckDBTypeId.UBIGINT,
  DuckDBTypeId.HUGEINT,
  DuckDBTypeId.UHUGEINT,
  DuckDBTypeId.FLOAT,
  DuckDBTypeId.DOUBLE,
  DuckDBTypeId.DECIMAL,
]);

function isNumber({ typeId }: DuckDBType): boolean {
  return NUMBERS.has(typeId);
}
