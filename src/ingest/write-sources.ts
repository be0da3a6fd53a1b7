/** Writes what was read into a market directory. */
import { open } from 'node:fs/promises';
import { type RowOf, TABLE_NAMES, type TableName } from '../query/tables.js';
import type { Manifest, ManifestSource, Workshop, WrittenFile } from '../store/port.js';
import { TEXT_VERSION } from '../text/index.js';
import type { DraftRow, DraftTables } from './connector.js';
import type { EmployerNumbering } from './employer-ids.js';
import type { ReadSource } from './read-source.js';

/** Tables whose newest date sets the as-of date of reports. */
const DATED_BY: ReadonlySet<TableName> = new Set(['pay', 'official']);

/** Keys of the employers that a source names. */
export function employerKeys({ pay = [], postings = [], employers = [] }: DraftTables): string[] {
  const keys = [pay, postings, employers].flatMap((rows) => rows.map(({ employer }) => employer));
  return keys.filter((key) => key !== null);
}

/** Writes one file per table that the source fills. */
export async function writeSource(
  workshop: Workshop,
  directory: string,
  { connector, reading }: Pick<ReadSource, 'connector' | 'reading'>,
  employers: EmployerNumbering,
): Promise<WrittenFile[]> {
  const files: WrittenFile[] = [];
  for (const table of TABLE_NAMES) {
    const drafts = reading.tables[table] as readonly DraftRow<TableName>[] | undefined;
    if (drafts === undefined || drafts.length === 0) continue;
    const rows = drafts.map((draft) => finished(table, draft, { source: connector.id, employers }));
    files.push(await workshop.writeTable(directory, table, connector.id, rows));
  }
  return files;
}

function finished<T extends TableName>(
  table: T,
  draft: DraftRow<T>,
  { source, employers }: { readonly source: string; readonly employers: EmployerNumbering },
): RowOf<T> {
  const key = (draft as { readonly employer?: string | null }).employer;
  const employer = key === undefined ? {} : { employer: key === null ? null : employers.idOf(key) };
  const words = table === 'pay' ? { words: null } : {};
  return { ...words, ...draft, source, ...employer } as unknown as RowOf<T>;
}

/** The manifest of a market of these sources and files. */
export function manifestOf(sources: readonly ManifestSource[], files: readonly WrittenFile[]): Manifest {
  const dated = new Set(files.filter(({ table }) => DATED_BY.has(table)).map(({ source }) => source));
  const dates = sources.filter(({ id }) => dated.has(id)).map(({ newest }) => newest);
  return {
    schema: 'goingrate.market/1',
    textVersion: TEXT_VERSION,
    asOf: dates.sort().at(-1)!,
    sources,
    files: byPath(files),
  };
}

/** Files in the order in which manifests list them. */
export function byPath(files: readonly WrittenFile[]): WrittenFile[] {
  return [...files].sort((a, b) => (a.path < b.path ? -1 : 1));
}

export async function writeDurably(path: string, content: string): Promise<void> {
  const file = await open(path, 'w');
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}
