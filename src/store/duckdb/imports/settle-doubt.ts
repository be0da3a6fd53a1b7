/** Decides about the rows that one look could not decide about. */
import type { DuckDBConnection } from '@duckdb/node-api';
import type { ImportRules } from '../../import-port.js';
import { cellPart } from './codes.js';
import { makeRates, monthOf } from './currency-tables.js';
import { judgedTable } from './judged-rows.js';
import type { OpenTable } from './open-table.js';
import { dayNumberOf, dayOf, highOf, keyPart, perYearOf, tailOn } from './packed-row.js';
import { IN_DOUBT, lowestPay, NO_DATE_YET, reasonCode, yearOf } from './reasons.js';
import { literal } from './sql-text.js';

export interface Doubts {
  readonly tables: readonly OpenTable[];
  readonly rules: ImportRules;
  readonly lowByCountry: readonly { readonly country: number; readonly low: number }[];
}

/** Rows without a date take the newest one of the file; then amounts are compared with the rate of their month. */
export async function settleDoubts(connection: DuckDBConnection, doubts: Doubts): Promise<void> {
  const open = await countsOf(connection, doubts.tables);
  if (open.undated > 0) await settleDates(connection, doubts.tables, open.newest);
  if (open.doubtful > 0 || (open.undated > 0 && open.newest !== null)) await settleAmounts(connection, doubts);
}

interface Open {
  readonly undated: number;
  readonly doubtful: number;
  /** Newest day among rows that nothing speaks against so far. */
  readonly newest: string | null;
}

async function countsOf(connection: DuckDBConnection, tables: readonly OpenTable[]): Promise<Open> {
  const all = tables
    .map((open) => `SELECT reason, ${dayNumberOf()} AS number FROM ${judgedTable(open)}`)
    .join(' UNION ALL ');
  const result = await connection.runAndReadAll(`SELECT count(*) FILTER (reason = ${NO_DATE_YET}),
    count(*) FILTER (reason = ${IN_DOUBT}),
    (DATE '1970-01-01' + max(number) FILTER (reason IN (0, ${IN_DOUBT}))::INTEGER)::VARCHAR FROM (${all})`);
  const [undated, doubtful, newest] = result.getRows()[0] as [bigint, bigint, string | null];
  return { undated: Number(undated), doubtful: Number(doubtful), newest };
}

async function settleDates(
  connection: DuckDBConnection,
  tables: readonly OpenTable[],
  newest: string | null,
): Promise<void> {
  const change =
    newest === null
      ? `reason = ${reasonCode('no date')}`
      : `tail = ${tailOn(`DATE ${literal(newest)}`)}, reason = ${IN_DOUBT}`;
  for (const open of tables) {
    await connection.run(`UPDATE ${judgedTable(open)} SET ${change} WHERE reason = ${NO_DATE_YET}`);
  }
}

/** A currency without a rate in its month cannot be compared and is believed. */
async function settleAmounts(connection: DuckDBConnection, { tables, rules, lowByCountry }: Doubts): Promise<void> {
  const { high, widest } = rules.limits;
  for (const open of tables) {
    const table = judgedTable(open);
    const span = await connection.runAndReadAll(
      `SELECT min(${dayOf()})::VARCHAR, max(${dayOf()})::VARCHAR FROM ${table} WHERE reason = ${IN_DOUBT}`,
    );
    const [from, to] = span.getRows()[0] as [string | null, string | null];
    if (from === null || to === null) continue;
    await makeRates(connection, rules, { from, to });
    const perYear = perYearOf(rules.unitsPerYear);
    const lowest = lowestPay({ rules, lowByCountry });
    await connection.run(`UPDATE ${table} SET reason = j.decided FROM (
      SELECT t.rowid AS at, CASE WHEN least / r.rate < ${lowest} THEN ${reasonCode('implausibly low for a full-time year')}
        WHEN most / r.rate > ${high} THEN ${reasonCode('implausibly high for a full-time year')}
        WHEN most > ${widest} * least THEN ${reasonCode('upper end more than 5 times the lower')} ELSE 0 END AS decided
      FROM (SELECT rowid, ${cellPart('cell', 'country')} AS country, ${keyPart('currency')} AS currency, ${monthOf(dayOf())} AS month,
          ${yearOf('low', perYear)} AS least, ${yearOf(highOf(), perYear)} AS most FROM ${table} WHERE reason = ${IN_DOUBT}) t
      JOIN rates r ON r.currency = t.currency AND r.month = t.month
    ) j WHERE ${table}.rowid = j.at`);
    await connection.run(`UPDATE ${table} SET reason = 0 WHERE reason = ${IN_DOUBT}`);
  }
}
