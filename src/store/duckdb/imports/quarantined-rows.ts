/** The rows set aside. */
import type { DuckDBConnection } from '@duckdb/node-api';
import { QUARANTINE_REASONS } from '../../import-port.js';
import type { Exclusion } from '../../port.js';
import { harmlessCell, judgedTable, originalOf, recordMark, recordTexts } from './judged-rows.js';
import { fieldColumn, mappedFields, type OpenTable } from './open-table.js';
import { literal } from './sql-text.js';

/** Makes `quarantined` (`nth`, `row`, `reason`, `original`) of judged rows and of rows that could not be taken apart. */
export async function makeQuarantined(connection: DuckDBConnection, tables: readonly OpenTable[]): Promise<void> {
  await connection.run(
    'CREATE OR REPLACE TABLE quarantined (nth INTEGER, row BIGINT, reason VARCHAR, original VARCHAR)',
  );
  for (const open of tables) {
    await connection.run(`INSERT INTO quarantined ${await judgedRows(connection, open)}`);
    const { rejected } = open.table;
    if (rejected !== null) await connection.run(`INSERT INTO quarantined ${rejectedRows(open.at, rejected.path)}`);
  }
}

async function judgedRows(connection: DuckDBConnection, open: OpenTable): Promise<string> {
  const reason = `[${QUARANTINE_REASONS.map(literal).join(', ')}][reason]`;
  const aside = `SELECT * FROM ${judgedTable(open)} WHERE reason <> 0`;
  if (open.numbered) return `SELECT ${open.at}, row, ${reason}, ${originalOf(open)} FROM (${aside})`;
  const count = await connection.runAndReadAll(`SELECT count(*) FROM (${aside})`);
  if (Number(count.value(0, 0)) === 0) return `SELECT ${open.at}, 0, '', '' WHERE false`;
  // Equal records are set aside for the same reason: where each of them stands is found by their marks.
  const columns = mappedFields(open.table).map(fieldColumn);
  await connection.run(`CREATE OR REPLACE TABLE marks AS SELECT ${recordMark(columns)} AS mark FROM ${open.relation}`);
  return `SELECT ${open.at}, m.rowid + 1, a.reason, a.original FROM marks m
    JOIN (SELECT DISTINCT ${recordMark(recordTexts(open, 'record'))} AS mark, ${reason} AS reason, ${originalOf(open)} AS original
      FROM (${aside})) a ON a.mark = m.mark`;
}

function rejectedRows(at: number, path: string): string {
  const original = `replace(coalesce(original, ''), chr(0), '')`;
  return `SELECT ${at} AS nth, TRY_CAST(row AS BIGINT) AS row, reason, ${harmlessCell(original)} AS original
    FROM read_csv(${literal(path)}, auto_detect = false, header = false, delim = ',', quote = '"', escape = '"',
      columns = {row: 'VARCHAR', reason: 'VARCHAR', original: 'VARCHAR'}, max_line_size = 67108864, buffer_size = 67108864)`;
}

/** Most frequent first; equal counts by reason. */
export async function reasonCounts(connection: DuckDBConnection): Promise<Exclusion[]> {
  const result = await connection.runAndReadAll(
    'SELECT reason, count(*) AS n FROM quarantined GROUP BY reason ORDER BY n DESC, reason',
  );
  return result.getRows().map(([reason, count]) => ({ reason: String(reason), count: Number(count) }));
}

/** In the order of the file; where an input has several tables, the row is named with its table. */
export async function copyQuarantine(
  connection: DuckDBConnection,
  tables: readonly OpenTable[],
  path: string,
): Promise<void> {
  const names = tables.map(({ at, table }) => `WHEN ${at} THEN ${literal(table.name.replaceAll('\0', ''))}`);
  const row =
    tables.length === 1 ? 'row::VARCHAR' : harmlessCell(`((CASE nth ${names.join(' ')} END) || ':' || row::VARCHAR)`);
  await connection.run(`COPY (SELECT ${row} AS row, reason, original FROM quarantined ORDER BY nth, quarantined.row)
    TO ${literal(path)} (FORMAT csv, HEADER, DELIMITER ',', QUOTE '"', ESCAPE '"', FORCE_QUOTE (original))`);
}
