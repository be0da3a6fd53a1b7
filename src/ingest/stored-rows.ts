/** Rows of sources that are not read anew, from the market that holds them. */
import { select } from '../query/plan.js';
import { type ColumnName, type RowOf, TABLES, type TableName } from '../query/tables.js';
import type { Store } from '../store/port.js';
import type { DraftTables } from './connector.js';
import type { EmployerNumbering } from './employer-ids.js';
import { ContinuedEmployerIds } from './employer-ids.js';
import type { Readers } from './readers.js';

/** Tables with employers: a market keeps ids, and ids do not give back the names of filers. */
const WITH_EMPLOYERS = ['pay', 'postings', 'employers'] as const satisfies readonly TableName[];

/** All tables of a source as a connector gave them, but those with employers. */
export async function storedRows(store: Store, source: string): Promise<DraftTables> {
  const names = store.manifest.files.filter((file) => file.source === source).map(({ table }) => table);
  const tables: Record<string, unknown> = {};
  for (const table of names) {
    if (!(WITH_EMPLOYERS as readonly string[]).includes(table)) tables[table] = await rowsOf(store, table, source);
  }
  return tables as DraftTables;
}

async function rowsOf<T extends TableName>(store: Store, table: T, source: string): Promise<unknown[]> {
  const columns = Object.keys(TABLES[table].columns).filter((column) => column !== 'source') as ColumnName<T>[];
  return store.read(select(table, columns, [{ column: 'source' as ColumnName<T>, is: source }]));
}

/** Ids for employers of sources read anew, going on from those of the market. */
export async function continuedIds(
  store: Store,
  keys: Iterable<string>,
  readers: Pick<Readers, 'employerKey'>,
): Promise<EmployerNumbering> {
  const named = await store.read(select('employers', ['employer', 'name']));
  const known = new Map(named.map(({ employer, name }) => [readers.employerKey(name), employer]));
  let largest = 0;
  for (const table of WITH_EMPLOYERS) {
    const rows: readonly Pick<RowOf<'pay'>, 'employer'>[] = await store.read(select(table, ['employer']));
    for (const { employer } of rows) if (employer !== null && employer > largest) largest = employer;
  }
  return new ContinuedEmployerIds(keys, known, largest);
}
