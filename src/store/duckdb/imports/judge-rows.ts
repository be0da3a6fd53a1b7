/** Decides about every row of an import. */
import type { DuckDBConnection } from '@duckdb/node-api';
import { DomainError } from '../../../core/errors.js';
import type { ImportRules, SayStep } from '../../import-port.js';
import { assignCodes } from './codes.js';
import { codesOf, makeCurrencyTables } from './currency-tables.js';
import { unreadable } from './engine-failure.js';
import { judgedTable, judgeStatement } from './judged-rows.js';
import { UNREAD } from './reasons.js';
import { settleDoubts } from './settle-doubt.js';
import type { TableReadings } from './table-readings.js';

export interface Judging {
  readonly tables: readonly TableReadings[];
  readonly rules: ImportRules;
  readonly say: SayStep;
}

/** Rounds until every text must have been read: the second one knows all texts that the first one met. */
const MOST_ROUNDS = 2;

/** Makes the table of judged rows of every table. */
export async function judgeRows(connection: DuckDBConnection, judging: Judging): Promise<void> {
  const { tables, rules, say } = judging;
  for (let round = 1; ; round += 1) {
    const lowByCountry = await judgeRound(connection, judging);
    const unread = await tablesWithUnread(connection, tables);
    if (unread.length === 0) {
      await settleDoubts(connection, { tables: tables.map(({ open }) => open), rules, lowByCountry });
      return;
    }
    if (round === MOST_ROUNDS) throw new DomainError('UNREAD_TEXTS', 'Texts of an import remained unread.');
    for (const table of unread) {
      say(`Looking through the rest of ${table.open.table.name}`);
      await table.gatherFrom(UNREAD);
      await table.readTexts(say);
    }
  }
}

async function judgeRound(connection: DuckDBConnection, { tables, rules, say }: Judging) {
  const read = tables.flatMap((table) => table.tables);
  await assignCodes(connection, read, (family) => rules.currencyOfSign(family, null));
  const hasFamilies = await makeCurrencyTables(connection, rules);
  const countries = await codesOf(connection, 'country');
  const lowByCountry = countries.flatMap(({ code, text }) => {
    const low = rules.limits.lowByCountry[text];
    return low === undefined ? [] : [{ country: code, low }];
  });
  // The order of the rows is of no use here and would cost time.
  await connection.run('SET preserve_insertion_order = false');
  for (const table of tables) {
    const { open } = table;
    say(`Reading the rows of ${open.table.name}`);
    const statement = judgeStatement({ open, ...(await table.lookUps()), rules, hasFamilies, lowByCountry });
    await connection.run(statement).catch((thrown) => {
      throw unreadable(open.table.name, thrown);
    });
  }
  await connection.run('SET preserve_insertion_order = true');
  return lowByCountry;
}

async function tablesWithUnread(
  connection: DuckDBConnection,
  tables: readonly TableReadings[],
): Promise<TableReadings[]> {
  const found: TableReadings[] = [];
  for (const table of tables) {
    const result = await connection.runAndReadAll(
      `SELECT count(*) FROM ${judgedTable(table.open)} WHERE reason = ${UNREAD}`,
    );
    if (Number(result.value(0, 0)) > 0) found.push(table);
  }
  return found;
}
