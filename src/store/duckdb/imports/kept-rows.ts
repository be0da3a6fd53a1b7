/** The rows that become part of the market: repeats removed, in this file and against earlier imports. */
import type { DuckDBConnection } from '@duckdb/node-api';
import { monthOf } from './currency-tables.js';
import { hasSkills } from './judge-context.js';
import { judgedTable, SKILL_COLUMNS } from './judged-rows.js';
import type { OpenTable } from './open-table.js';
import { dayNumberOf, dayOf, keyPart, OFFER, PACKED } from './packed-row.js';

/** Makes the view `usable` of all rows that nothing speaks against: packed, with `asked` and the columns of skills. */
export async function makeUsable(connection: DuckDBConnection, tables: readonly OpenTable[]): Promise<void> {
  const parts = tables.map((open) => {
    const skills = SKILL_COLUMNS.map((column) => (hasSkills(open) ? column : `NULL::VARCHAR AS ${column}`));
    return `SELECT ${[...PACKED, ...skills].join(', ')} FROM ${judgedTable(open)} WHERE reason = 0`;
  });
  // A posting without pay is known by what it asks for.
  const asked = tables.some(hasSkills)
    ? `CASE WHEN ${keyPart('currency')} = 0 THEN skills || ';' || credentials ELSE '' END`
    : `''`;
  await connection.run(
    `CREATE OR REPLACE VIEW usable AS SELECT *, ${asked} AS asked FROM (${parts.join(' UNION ALL ')})`,
  );
}

export interface KeptSource {
  readonly kind: 'advertised' | 'paid';
  /** Whether there is a table `earlier` of what earlier imports hold. */
  readonly hasEarlier: boolean;
}

/**
 * Makes the view `kept`: packed rows with their first day, `asked`, `last` (the last day's number) and `repeats`.
 *
 * Advertised offers are one where all that is stated is equal within a month. Rows that nothing equals, mostly nearly
 * all, are told by the hash of what they state, which costs a quarter of grouping them.
 *
 * @returns whether any row stands for more than one
 */
export async function makeKept(connection: DuckDBConnection, { kind, hasEarlier }: KeptSource): Promise<boolean> {
  if (kind === 'paid') {
    await connection.run(`CREATE OR REPLACE VIEW kept AS ${await paid(connection, hasEarlier)}`);
    return false;
  }
  const hash = `hash(${[...OFFER, 'asked', monthOf(dayOf())].join(', ')})`;
  await connection.run(
    `CREATE OR REPLACE TABLE repeated_hashes AS SELECT ${hash} AS h FROM usable GROUP BY h HAVING count(*) > 1`,
  );
  const hashes = await connection.runAndReadAll('SELECT count(*) FROM repeated_hashes');
  const repeats = Number(hashes.value(0, 0)) > 0;
  const all = repeats
    ? `${single(`usable ANTI JOIN repeated_hashes ON h = ${hash}`)} UNION ALL ${joined(hash)}`
    : single('usable');
  const kept = hasEarlier
    ? `SELECT k.* FROM (${all}) k ANTI JOIN earlier e ON ${same('k')} AND e.month = ${monthOf(dayOf('k.'))}`
    : all;
  await connection.run(`CREATE OR REPLACE VIEW kept AS ${kept}`);
  return repeats;
}

function single(from: string): string {
  return `SELECT ${PACKED.join(', ')}, asked, ${dayNumberOf()} AS last, 1::BIGINT AS repeats FROM ${from}`;
}

/** One row for each offer that is stated more than once; equal but for their days, so the first day has the least tail. */
function joined(hash: string): string {
  return `SELECT cell, key, low, min(tail) AS tail, asked, max(${dayNumberOf()}) AS last, count(*) AS repeats
    FROM usable SEMI JOIN repeated_hashes ON h = ${hash} GROUP BY ${[...OFFER, 'asked', monthOf(dayOf())].join(', ')}`;
}

/** Whether a row and one of `earlier` state the same. */
function same(alias: string): string {
  const own = OFFER.map((part) => part.replace(/\btail\b/, `${alias}.tail`).replace(/^(cell|key|low)$/, `${alias}.$1`));
  return [...own.map((part, at) => `e.part${at} = ${part}`), `e.asked = ${alias}.asked`].join(' AND ');
}

/** Persons' records: as many as earlier imports hold of the very same ones are taken for these. */
async function paid(connection: DuckDBConnection, hasEarlier: boolean): Promise<string> {
  if (!hasEarlier) return single('usable');
  const equal = `${same('k')} AND e.day = ${dayNumberOf('k.')}`;
  const record = PACKED.map((column) => `k.${column}`).join(', ');
  await connection.run(`CREATE OR REPLACE TABLE surplus AS SELECT * EXCLUDE (number, records) FROM (
    SELECT k.*, e.records, row_number() OVER (PARTITION BY ${record}) AS number
    FROM usable k JOIN earlier e ON ${equal}) WHERE number > records`);
  return `${single(`(SELECT k.* FROM usable k ANTI JOIN earlier e ON ${equal})`)} UNION ALL ${single('surplus')}`;
}
