/** Collects the distinct texts of a table in one pass over its rows. */
import type { DuckDBConnection } from '@duckdb/node-api';
import { READINGS } from '../../import-port.js';
import type { OpenTable } from './open-table.js';
import { isConstant, type ReadingKeys } from './reading-keys.js';
import { literalOrNull } from './sql-text.js';

/** Name of the table that holds the distinct texts of a reading: `id`, `k0`, `k1` ... */
export function textsTable(open: OpenTable, { name }: ReadingKeys): string {
  return `texts_${open.at}_${name}`;
}

export interface Gathering {
  readonly open: OpenTable;
  readonly readings: readonly ReadingKeys[];
  /** The rows that are looked through: the table's relation, a part of it, or another with the same columns. */
  readonly relation: string;
}

/**
 * Adds the distinct texts that are not there yet to the tables of distinct texts.
 *
 * All of them come out of one pass by grouping sets: taking a large text file apart costs more than everything that is
 * done with it here.
 *
 * @returns rows looked through, and how many of the texts stand in one of them only
 */
export async function gatherTexts(
  connection: DuckDBConnection,
  { open, readings, relation }: Gathering,
): Promise<{ readonly rows: number; readonly once: number }> {
  const varying = readings.filter((reading) => !isConstant(reading));
  const keys = [...new Set(varying.flatMap(({ uses }) => uses.flat()).filter((text) => text !== null))];
  const alias = new Map(keys.map((text, index) => [text, `t${index}`]));
  const sets = new Set(varying.flatMap(({ uses }) => uses).map((texts) => setOf(texts, alias)));
  if (keys.length > 0) {
    const all = [...alias.values()].join(', ');
    const columns = keys.map((text) => `${text} AS ${alias.get(text)}`).join(', ');
    await connection.run(`CREATE OR REPLACE TABLE gathered AS SELECT ${all}, grouping(${all}) AS sets, count(*) AS n
      FROM (SELECT ${columns} FROM ${relation}) GROUP BY GROUPING SETS (${[...sets].map((set) => `(${set})`).join(', ')})`);
  }
  for (const reading of readings) await addTexts(connection, open, { reading, alias });
  if (keys.length === 0) return { rows: 0, once: 0 };
  // Every set counts every row.
  const counts = await connection.runAndReadAll(
    'SELECT (SELECT sum(n) FROM gathered GROUP BY sets LIMIT 1), count(*) FILTER (n = 1) FROM gathered',
  );
  await connection.run('DROP TABLE gathered');
  return { rows: Number(counts.value(0, 0) ?? 0), once: Number(counts.value(1, 0)) };
}

function setOf(texts: readonly (string | null)[], alias: ReadonlyMap<string, string>): string {
  const names = texts.filter((text) => text !== null).map((text) => alias.get(text) as string);
  return [...new Set(names)].sort().join(', ');
}

interface ReadingToFill {
  readonly reading: ReadingKeys;
  readonly alias: ReadonlyMap<string, string>;
}

async function addTexts(
  connection: DuckDBConnection,
  open: OpenTable,
  { reading, alias }: ReadingToFill,
): Promise<void> {
  const fields = READINGS[reading.name].from.map((_, index) => `k${index}`);
  const fixed = (index: number) => literalOrNull(reading.constants[index] ?? null, 'VARCHAR');
  const named = (values: readonly string[]) => values.map((value, index) => `${value} AS k${index}`).join(', ');
  const parts = isConstant(reading)
    ? [`SELECT ${named(fields.map((_, index) => fixed(index)))}`]
    : reading.uses.map((texts) => {
        const values = texts.map((text, index) => (text === null ? fixed(index) : (alias.get(text) as string)));
        const given = texts.filter((text) => text !== null).map((text) => `${alias.get(text)} IS NOT NULL`);
        const said = reading.constants.some((constant, index) => constant !== null && texts[index] === null);
        const where = said ? '' : ` AND (${given.join(' OR ')})`;
        return `SELECT ${named(values)} FROM gathered WHERE sets = ${maskOf(texts, alias)}${where}`;
      });
  const table = textsTable(open, reading);
  const same = fields.map((field) => `n.${field} IS NOT DISTINCT FROM o.${field}`).join(' AND ');
  await connection.run(
    `CREATE TABLE IF NOT EXISTS ${table} (id BIGINT, ${fields.map((field) => `${field} VARCHAR`).join(', ')})`,
  );
  await connection.run(`INSERT INTO ${table} SELECT (SELECT count(*) FROM ${table}) + row_number() OVER (), n.*
    FROM (${parts.join(' UNION ')}) n ANTI JOIN ${table} o ON ${same}`);
}

/** What `grouping` gives for a set: one bit for each key, the first one highest, set where the key is not in the set. */
function maskOf(texts: readonly (string | null)[], alias: ReadonlyMap<string, string>): bigint {
  const inside = new Set(texts.filter((text) => text !== null).map((text) => alias.get(text)));
  let mask = 0n;
  for (const name of alias.values()) mask = (mask << 1n) | (inside.has(name) ? 0n : 1n);
  return mask;
}
