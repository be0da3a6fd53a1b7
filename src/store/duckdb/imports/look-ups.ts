/** Tables that give for each distinct text what it was read as, in codes. */
import type { DuckDBConnection } from '@duckdb/node-api';
import { storedColumn } from '../../../query/dialect.js';
import { READINGS, type ReadingName } from '../../import-port.js';
import { codedAs, inCell, readColumns } from './codes.js';
import { textsTable } from './gather-texts.js';
import type { OpenTable } from './open-table.js';
import { isConstant, type ReadingKeys } from './reading-keys.js';
import { literalOrNull } from './sql-text.js';
import { codeOfUnit } from './units.js';

/** What one reading of a table says about its rows: a join and the columns it brings. */
export interface LookUp {
  /** Joins to put behind the relation. */
  readonly joins: string;
  /** A column of the reading, as an expression; `use` tells the two ends of a range apart. */
  column(name: string, use?: number): string;
}

export function readTable(open: OpenTable, name: string): string {
  return `read_${open.at}_${name}`;
}

/** Makes the look-up of a reading; null where there is nothing to look up because the engine read everything itself. */
export async function makeLookUp(
  connection: DuckDBConnection,
  open: OpenTable,
  reading: ReadingKeys,
): Promise<LookUp | null> {
  const table = `look_${open.at}_${reading.name}`;
  const texts = READINGS[reading.name].from.map((_, index) => `d.k${index}`);
  await connection.run(`CREATE OR REPLACE TABLE ${table} AS
    SELECT ${[...texts, 'true AS known', ...codedColumns(reading.name)].join(', ')}
    FROM ${textsTable(open, reading)} d JOIN ${readTable(open, reading.name)} r ON r.id = d.id ${codeJoins(reading.name)}`);
  if (isConstant(reading)) return constantLookUp(connection, table);
  const rows = await connection.runAndReadAll(`SELECT count(*) FROM ${table}`);
  return Number(rows.value(0, 0)) === 0 ? null : joinedLookUp(table, reading);
}

/** Whether a row holds a text that was not read yet, where only a part of the rows was looked through. */
export function isUnread({ name, uses }: ReadingKeys, lookUp: LookUp | null): string {
  const unread = uses.flatMap((texts, use) => {
    const given = texts.filter((text) => text !== null).map((text) => `${text} IS NOT NULL`);
    if (given.length === 0) return [];
    const known = lookUp === null ? '' : ` AND ${lookUp.column('known', use)} IS NULL`;
    return [`((${given.join(' OR ')})${known})`];
  });
  return name === 'description' || unread.length === 0 ? 'false' : `(${unread.join(' OR ')})`;
}

/** What may have more than a few thousand codes. */
const WIDE: ReadonlySet<string> = new Set(['title', 'employer']);

function codedColumns(name: ReadingName): string[] {
  const columns = readColumns(name).map((column) => {
    const stored = storedColumn(column);
    if (column === 'unit') return `${codeOfUnit('r.unit')} AS unit`;
    const coded = codedAs(name, column);
    if (coded === null) return `r.${stored}`;
    return `c_${stored}.code::${WIDE.has(coded) ? 'INTEGER' : 'SMALLINT'} AS ${stored}_code, r.${stored}`;
  });
  // A title without a key and a place without a country have no part of a cell.
  if (name === 'title')
    columns.push(`CASE WHEN c_title.code IS NOT NULL THEN ${inCell('c_role.code', 'role')} | c_title.code END AS part`);
  if (name === 'place')
    columns.push(
      `CASE WHEN c_country.code IS NOT NULL THEN ${inCell('c_country.code', 'country')} | ${inCell('c_region.code', 'region')} END AS part`,
    );
  return columns;
}

function codeJoins(name: ReadingName): string {
  return readColumns(name)
    .map((column) => ({ stored: storedColumn(column), what: codedAs(name, column) }))
    .filter(({ what }) => what !== null)
    .map(({ stored, what }) => `LEFT JOIN code_${what} c_${stored} ON c_${stored}.text = r.${stored}`)
    .join(' ');
}

/** The look-up of texts that were read row by row. */
export async function makeRowLookUp(connection: DuckDBConnection, open: OpenTable): Promise<LookUp> {
  const name = 'description';
  const table = `look_${open.at}_${name}`;
  await connection.run(`CREATE OR REPLACE TABLE ${table} AS SELECT r.id AS at_row, ${codedColumns(name).join(', ')}
    FROM ${readTable(open, name)} r ${codeJoins(name)}`);
  return {
    joins: `LEFT JOIN ${table} ${name}_0 ON ${name}_0.at_row = row`,
    column: (column) => `${name}_0.${column}`,
  };
}

/** The same for all rows: the values themselves. */
async function constantLookUp(connection: DuckDBConnection, table: string): Promise<LookUp> {
  const result = await connection.runAndReadAll(`SELECT * FROM ${table}`);
  const row = result.getRowObjectsJson()[0] ?? {};
  const types = new Map(result.columnNames().map((name, index) => [name, String(result.columnType(index))]));
  return {
    joins: '',
    column: (name) =>
      literalOrNull((row[name] ?? null) as string | number | boolean | null, types.get(name) ?? 'VARCHAR'),
  };
}

function joinedLookUp(table: string, { name, uses, constants }: ReadingKeys): LookUp {
  const alias = (use: number) => `${name}_${use}`;
  const joins = uses.map((texts, use) => {
    // Texts of a field without a column are the same in the look-up too.
    const on = texts.map((text, index) => ({ text, index })).filter(({ text }) => text !== null);
    const several = on.length > 1;
    const conditions = on.map(
      ({ text, index }) => `${alias(use)}.k${index} ${several ? 'IS NOT DISTINCT FROM' : '='} ${text}`,
    );
    const fixed = texts.flatMap((text, index) =>
      text === null && uses.length > 1
        ? [`${alias(use)}.k${index} = ${literalOrNull(constants[index] ?? null, 'VARCHAR')}`]
        : [],
    );
    return `LEFT JOIN ${table} ${alias(use)} ON ${[...conditions, ...fixed].join(' AND ')}`;
  });
  return { joins: joins.join(' '), column: (column, use = 0) => `${alias(use)}.${column}` };
}
