/** Builds a market from the raw files of its sources. */
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { DomainError } from '../core/errors.js';
import type { Progress } from '../core/ports.js';
import { type RowOf, TABLE_NAMES, type TableName } from '../query/tables.js';
import type { Manifest, ManifestSource, Workshop, WrittenFile } from '../store/port.js';
import { TEXT_VERSION } from '../text/index.js';
import type { Connector, DraftRow, DraftTables, ReadContext, SourceReading } from './connector.js';
import { prepareSwap } from './directory-swap.js';
import { EmployerIds } from './employer-ids.js';
import { licencesText } from './licences.js';
import { RawReader } from './raw-reader.js';
import { buildReaders } from './readers.js';
import { connectors } from './registry.js';
import { REVIEWED_FILES, readReviewedLists } from './reviewed.js';
import { keepModels } from './trained-models.js';

export interface BuildOptions {
  /** Folder that holds one folder of raw files per source. */
  readonly from: string;
  /** Directory the market is built into; replaced as a whole when the build has succeeded. */
  readonly out: string;
  /** Market whose trained models are kept where the one at `out` has none. */
  readonly shipped: string;
  /** Folder of the reviewed lists. */
  readonly reviewed: string;
  readonly workshop: Workshop;
  readonly progress: Progress;
  /** Completes the tables of the directory with what is fitted on them and writes its manifest, the last file. */
  readonly seal: (directory: string, manifest: Manifest) => Promise<Manifest>;
}

const MANIFEST = 'manifest.json';
/** Tables whose newest date sets the as-of date of reports. */
const DATED_BY: readonly TableName[] = ['pay', 'official'];

interface Gathered {
  readonly connector: Connector;
  readonly reading: SourceReading;
  readonly source: ManifestSource;
}

/**
 * Builds a market: the same sources and code give the same bytes.
 *
 * The tables are written into a directory beside `out`, trained models copied there, the manifest last; then the
 * directory takes the place of `out`. A build that is killed leaves `out` as it was, and the next one clears what was
 * left behind.
 *
 * @returns the manifest written
 * @throws {SourceError} when a raw folder, file or column is missing or holds what the publisher does not document
 * @throws {UsageError} when `out` holds something else than a market
 */
export async function buildMarket(options: BuildOptions): Promise<Manifest> {
  const { out, progress, workshop } = options;
  const swap = await prepareSwap(out, MANIFEST);
  try {
    const gathered = await gather(options);
    progress.step('Writing tables');
    const files = await writeTables(workshop, swap.directory, gathered);
    await writeDurably(join(swap.directory, 'LICENSES.md'), licencesText(gathered.map(({ connector }) => connector)));
    await keepModels([out, options.shipped], swap.directory);
    progress.step('Fitting parameters');
    const manifest = await options.seal(swap.directory, manifestOf(gathered, files));
    await swap.commit();
    progress.done();
    return manifest;
  } catch (failure) {
    await swap.abandon();
    throw failure;
  }
}

async function gather({ from, reviewed, workshop, progress }: BuildOptions): Promise<Gathered[]> {
  const raw = new RawReader(from, workshop);
  const readings: DraftTables[] = [];
  const rowsOf = <T extends TableName>(table: T): readonly DraftRow<T>[] =>
    readings.flatMap((tables) => (tables[table] ?? []) as readonly DraftRow<T>[]);
  const lists = await readReviewedLists(reviewed);
  const readers = buildReaders(lists, () => rowsOf('places'));
  for (const list of REVIEWED_FILES) raw.account(`reviewed/${list}`, join(reviewed, list));
  const context: ReadContext = { raw, readers, gathered: rowsOf };

  const gathered: Gathered[] = [];
  for (const connector of connectors(lists)) {
    progress.step(`Reading ${connector.name}`);
    const reading = await connector.read(context);
    readings.push(reading.tables);
    gathered.push({ connector, reading, source: await sourceOf(connector, reading, raw) });
  }
  return gathered;
}

async function sourceOf(connector: Connector, reading: SourceReading, raw: RawReader): Promise<ManifestSource> {
  const { rowsIn, rowsKept, excluded, newest } = reading;
  const accounted = excluded.reduce((sum, { count }) => sum + count, rowsKept);
  if (accounted !== rowsIn) {
    throw new DomainError('ROWS_UNACCOUNTED', `${connector.id} read ${rowsIn} rows but accounts for ${accounted}.`);
  }
  const { id, name, publisher, address, licence, attribution, vintage } = connector;
  const inputs = await raw.takeInputs();
  return { id, name, publisher, address, licence, attribution, vintage, newest, rowsIn, rowsKept, excluded, inputs };
}

async function writeTables(
  workshop: Workshop,
  directory: string,
  gathered: readonly Gathered[],
): Promise<WrittenFile[]> {
  const employers = new EmployerIds(gathered.flatMap(({ reading }) => employerKeys(reading.tables)));
  const files: WrittenFile[] = [];
  for (const { connector, reading } of gathered) {
    for (const table of TABLE_NAMES) {
      const drafts = reading.tables[table] as readonly DraftRow<TableName>[] | undefined;
      if (drafts === undefined || drafts.length === 0) continue;
      const rows = drafts.map((draft) => finished(draft, connector.id, employers));
      files.push(await workshop.writeTable(directory, table, connector.id, rows));
    }
  }
  return files;
}

function employerKeys(tables: DraftTables): string[] {
  const keys = [...(tables.pay ?? []), ...(tables.employers ?? [])].map(({ employer }) => employer);
  return keys.filter((key) => key !== null);
}

function finished<T extends TableName>(draft: DraftRow<T>, source: string, employers: EmployerIds): RowOf<T> {
  const key = (draft as { readonly employer?: string | null }).employer;
  const employer = key === undefined ? {} : { employer: key === null ? null : employers.idOf(key) };
  return { ...draft, source, ...employer } as unknown as RowOf<T>;
}

function manifestOf(gathered: readonly Gathered[], files: readonly WrittenFile[]): Manifest {
  const dates = gathered
    .filter(({ reading }) => DATED_BY.some((table) => reading.tables[table] !== undefined))
    .map(({ source }) => source.newest);
  return {
    schema: 'goingrate.market/1',
    textVersion: TEXT_VERSION,
    asOf: dates.sort().at(-1)!,
    sources: gathered.map(({ source }) => source),
    files: [...files].sort((a, b) => (a.path < b.path ? -1 : 1)),
  };
}

async function writeDurably(path: string, content: string): Promise<void> {
  const file = await open(path, 'w');
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}
