/** Short numbers for the texts of an import, in the order of the texts, so that rows are compared and sorted as numbers. */
import type { DuckDBConnection } from '@duckdb/node-api';
import { DomainError } from '../../../core/errors.js';
import { storedColumn } from '../../../query/dialect.js';
import { READINGS, type ReadingName } from '../../import-port.js';
import { KEY_LIMITS } from './packed-row.js';
import { literal } from './sql-text.js';

/** What has codes, and which columns of which readings hold its texts. Code 0 is no text at all. */
const CODED = {
  country: ['place.country'],
  region: ['place.region'],
  role: ['title.role'],
  level: ['title.level', 'level.level'],
  currency: ['place.currency', 'amount.currency', 'pay.currency', 'currency.currency', 'description.currency'],
  family: ['amount.family', 'pay.family', 'currency.family', 'description.family'],
  soc: ['occupation.soc'],
} as const satisfies Record<string, readonly `${ReadingName}.${string}`[]>;

export type Coded = keyof typeof CODED;

/** First bit of each part of a cell: country, role, level, region and title, in the order of the table `pay`. */
export const CELL_BITS = { title: 0, region: 28, level: 38, role: 42, country: 54 } as const;
const CELL_WIDTHS = { title: 28, region: 10, level: 4, role: 12, country: 9 } as const;

export type CellPart = keyof typeof CELL_BITS;

/** A part of a cell out of the whole. */
export function cellPart(cell: string, part: CellPart): string {
  return `((${cell} >> ${CELL_BITS[part]}) & ${2 ** CELL_WIDTHS[part] - 1})`;
}

/** A code where it stands in a cell. */
export function inCell(code: string, part: CellPart): string {
  return `(coalesce(${code}, 0)::BIGINT << ${CELL_BITS[part]})`;
}

/** A table of readings, and of which reading. */
export interface ReadTable {
  readonly table: string;
  readonly name: ReadingName;
}

/**
 * Gives every text its code: tables `code_<what>` (`code`, `text`); an employer's text is its id.
 *
 * @param meant the currency that a shared sign means where the country does not say it
 * @throws {DomainError} TOO_MANY_CODES
 */
export async function assignCodes(
  connection: DuckDBConnection,
  tables: readonly ReadTable[],
  meant: (family: string) => string | null,
): Promise<void> {
  await assign(connection, 'family', textsOf(CODED.family, tables));
  const families = await connection.runAndReadAll('SELECT text FROM code_family');
  const signs = families.getRows().map(([family]) => meant(String(family)));
  for (const [what, columns] of Object.entries(CODED)) {
    if (what === 'family') continue;
    const more =
      what === 'currency' ? signs.filter((code) => code !== null).map((code) => `SELECT ${literal(code)}`) : [];
    await assign(connection, what as Coded, [...textsOf(columns, tables), ...more]);
  }
  await assign(connection, 'title', textsOf(['title.title'], tables));
  await assign(connection, 'employer', textsOf(['employer.employer'], tables));
}

function textsOf(columns: readonly string[], tables: readonly ReadTable[]): string[] {
  return columns.flatMap((column) => {
    const [name, text] = column.split('.') as [ReadingName, string];
    return tables
      .filter((read) => read.name === name)
      .map(({ table }) => `SELECT ${storedColumn(text)} AS text FROM ${table}`);
  });
}

async function assign(
  connection: DuckDBConnection,
  what: Coded | 'title' | 'employer',
  texts: readonly string[],
): Promise<void> {
  const none = `SELECT NULL::${what === 'employer' ? 'BIGINT' : 'VARCHAR'} AS text WHERE false`;
  const from = [none, ...texts].join(' UNION ');
  await connection.run(`CREATE OR REPLACE TABLE code_${what} AS
    SELECT (row_number() OVER (ORDER BY text))::INTEGER AS code, text FROM (${from}) WHERE text IS NOT NULL${what === 'employer' ? '' : " AND text <> ''"}`);
  if (what === 'family') return;
  const limit = what in KEY_LIMITS ? KEY_LIMITS[what as keyof typeof KEY_LIMITS] : 2 ** CELL_WIDTHS[what as CellPart];
  const count = await connection.runAndReadAll(`SELECT count(*) FROM code_${what}`);
  if (Number(count.value(0, 0)) >= limit) {
    throw new DomainError('TOO_MANY_CODES', `An import with so many different values (${what}) cannot be sorted.`);
  }
}

/** What a reading's column is among the codes, or null for columns that are numbers already. */
export function codedAs(name: ReadingName, column: string): Coded | 'title' | 'employer' | null {
  if (name === 'title' && column === 'title') return 'title';
  if (name === 'employer' && column === 'employer') return 'employer';
  const found = Object.entries(CODED).find(([, columns]) =>
    (columns as readonly string[]).includes(`${name}.${column}`),
  );
  return found === undefined ? null : (found[0] as Coded);
}

/** Columns of a reading. */
export function readColumns(name: ReadingName): string[] {
  return Object.keys(READINGS[name].gives);
}
