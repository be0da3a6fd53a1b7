/** What all files of one import share: lists, engine, scratch folders. */
import { existsSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { GoingRateError } from '../core/errors.js';
import type { Progress } from '../core/ports.js';
import { INPUT_LIMITS } from '../ingest/imports/formats/limits.js';
import { type OpenedTable, type ReadParquetHead, scratchPaths } from '../ingest/imports/formats/open-context.js';
import { unreadable } from '../ingest/imports/formats/unreadable.js';
import type { Input } from '../ingest/imports/input.js';
import { buildColumnLists, type ImportColumnsFile } from '../ingest/imports/mapping/column-lists.js';
import type { GuessKnowledge } from '../ingest/imports/mapping/guess-mapping.js';
import { type ScaledColumn, scaleColumns } from '../ingest/imports/mapping/scale-columns.js';
import type { Mapping } from '../ingest/imports/mapping.js';
import { type OpenedInput, openInput } from '../ingest/imports/open-input.js';
import { type Preview, previewImport } from '../ingest/imports/preview.js';
import { runImport } from '../ingest/imports/run.js';
import type { ImportSummary } from '../ingest/imports/summary.js';
import type { OwnReading } from '../ingest/imports/values/own-reading.js';
import { openImportWorkshop } from '../store/duckdb/imports/import-workshop.js';
import { ParquetFault, readParquetHead } from '../store/duckdb/imports/parquet-head.js';
import { TEXT_VERSION } from '../text/version.js';
import type { Home } from './home.js';
import { makeScratch } from './import-scratch.js';
import { readInstalled } from './installed-file.js';
import { marketDirectoryInUse } from './market-in-use.js';
import { openOwnReading } from './own-reading.js';
import { IMPORT_COLUMNS, REVIEWED_LISTS } from './paths.js';

export interface SessionOptions {
  readonly home: Home;
  readonly progress: Progress;
  readonly market?: string | undefined;
  readonly encoding?: string | undefined;
  readonly say?: ((message: string) => void) | undefined;
  readonly today?: string | undefined;
}

/** An opened file with the mapping of each of its tables; null for one that is skipped. */
export interface MappedInput {
  readonly path: string;
  readonly input: Input;
  readonly mappings: readonly (Mapping | null)[];
  /** Columns of each table whose name says that amounts are thousands. */
  readonly scaled: readonly (readonly ScaledColumn[])[];
}

export interface ImportSession {
  readonly home: Home;
  /** Last day an observation can be of, `YYYY-MM-DD`. */
  readonly today: string;
  readonly progress: Progress;
  readonly knowledge: GuessKnowledge;
  readonly readParquetHead: ReadParquetHead;
  /** Opens a file in a scratch folder of its own. */
  open(path: string, how: { readonly exact: boolean }): Promise<OpenedInput>;
  /** Writes the words of headers to the numbers below them; see `scaleColumns`. */
  scale(input: OpenedInput, scaled: MappedInput['scaled']): Promise<OpenedInput>;
  preview(file: MappedInput, rows: number): Promise<Preview>;
  load(file: MappedInput): Promise<ImportSummary & { readonly id: string }>;
  close(): Promise<void>;
}

/**
 * @throws {MarketError} when the public market or a list is damaged
 * @throws {UsageError} UNWRITABLE_HOME
 */
export async function openImportSession(options: SessionOptions): Promise<ImportSession> {
  const { home, progress, encoding } = options;
  progress.step('Reading the lists');
  const directory = options.market ?? (await marketDirectoryInUse(home)).directory;
  const today = options.today ?? localToday();
  const [{ reading, isCountry }, file] = await Promise.all([
    openOwnReading(directory, today),
    readInstalled(join(REVIEWED_LISTS, IMPORT_COLUMNS), (bytes) => JSON.parse(bytes.toString()) as ImportColumnsFile),
  ]);
  const folder = await makeScratch(home);
  let count = 0;
  const open: ImportSession['open'] = async (path, { exact }) => {
    count += 1;
    const scratch = join(folder, String(count));
    await mkdir(scratch);
    return openInput(path, { scratch, readParquetHead: parquetHead, progress, encoding, exact });
  };
  const scale: ImportSession['scale'] = async (input, scaled) => {
    const context = { newPath: scratchPaths(folder, `scaled-${count}-`), limits: INPUT_LIMITS };
    const tables: OpenedTable[] = [];
    for (const [at, table] of input.tables.entries()) tables.push(await scaleColumns(table, scaled[at] ?? [], context));
    return { ...input, tables };
  };
  const workshop = openImportWorkshop();
  const reopen = async ({ path, scaled }: MappedInput) => scale(await open(path, { exact: true }), scaled);
  return {
    home,
    today,
    progress,
    knowledge: { lists: buildColumnLists(file), readers: valueReaders(reading, isCountry) },
    readParquetHead: parquetHead,
    open,
    scale,
    preview: (mapped, rows) =>
      exactlyIfNeeded(mapped, reopen, ({ input, mappings }) =>
        previewImport({ input, mappings, rows, reading, workshop }),
      ),
    load: (mapped) =>
      exactlyIfNeeded(mapped, reopen, ({ input, mappings }) =>
        runImport({
          input,
          mappings,
          home,
          reading,
          workshop,
          progress,
          textVersion: TEXT_VERSION,
          ...(options.say === undefined ? {} : { say: options.say }),
        }),
      ),
    close: async () => {
      progress.done();
      await workshop.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/**
 * Does the work with the file as it was opened; where the engine finds that a text file is not as clean as its
 * beginning, the file is taken apart exactly and the work is done anew.
 */
async function exactlyIfNeeded<T>(
  mapped: MappedInput,
  reopen: (mapped: MappedInput) => Promise<Input>,
  work: (mapped: MappedInput) => Promise<T>,
): Promise<T> {
  try {
    return await work(mapped);
  } catch (failure) {
    if (failure instanceof GoingRateError && failure.code === 'NOT_CLEAN_TEXT') {
      return await work({ ...mapped, input: await reopen(mapped) });
    }
    if (existsSync(mapped.path)) throw failure;
    throw unreadable(mapped.input.fileName, 'it went away while it was read', 'Put it back and try again.', failure);
  }
}

function valueReaders(reading: OwnReading, isCountry: (text: string) => boolean): GuessKnowledge['readers'] {
  return {
    isTitle: (text) => reading.readTitle(text).role !== null,
    isPlace: (text) => reading.readPlace(text) !== null,
    isCountry,
  };
}

const parquetHead: ReadParquetHead = async (path, rows) => {
  try {
    return await readParquetHead(path, rows);
  } catch (failure) {
    if (!(failure instanceof ParquetFault)) throw failure;
    throw unreadable(
      path,
      `it is a damaged Parquet file (${failure.message.slice(0, 120)})`,
      'Write it again.',
      failure,
    );
  }
};

/** The user's day, by the clock of the machine. */
function localToday(): string {
  const now = new Date();
  const two = (part: number) => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
