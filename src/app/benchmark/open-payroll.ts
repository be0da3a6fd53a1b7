/** Opens a payroll, or a list of titles, and says how it is read. */
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { UsageError } from '../../core/errors.js';
import { type Progress, silentProgress } from '../../core/ports.js';
import { recogniseBytes } from '../../ingest/imports/formats/binary-format.js';
import type { OpenedTable } from '../../ingest/imports/formats/open-context.js';
import { fileSize, readHead } from '../../ingest/imports/formats/read-head.js';
import { shownName } from '../../ingest/imports/formats/shown-name.js';
import type { GuessKnowledge } from '../../ingest/imports/mapping/guess-mapping.js';
import { sampleTable } from '../../ingest/imports/mapping/sample-table.js';
import { openInput } from '../../ingest/imports/open-input.js';
import type { Home } from '../home.js';
import type { Market } from '../market.js';
import { type ColumnWishes, chooseColumns, columnKnowledge, type PayrollColumns } from './columns.js';
import { looksTabular } from './form-of-text.js';
import type { InputRow } from './input-row.js';
import { plainLines } from './plain-lines.js';
import { payrollScratch } from './scratch.js';
import { tableRows } from './table-rows.js';

export const PAYROLL_FORMS = ['lines', 'csv', 'jsonl'] as const;
export type PayrollForm = (typeof PAYROLL_FORMS)[number];

export interface PayrollOptions {
  readonly market: Pick<Market, 'catalogue' | 'places'>;
  readonly home: Pick<Home, 'directory'>;
  /** Told by the file's name and content when left out. */
  readonly form?: PayrollForm | undefined;
  /** Column of titles. */
  readonly field?: string | undefined;
  /** Place of rows that name none. */
  readonly place?: string | undefined;
  readonly encoding?: string | undefined;
  readonly progress?: Progress;
}

export interface OpenedPayroll {
  /** null for plain lines. */
  readonly columns: PayrollColumns | null;
  readonly rows: AsyncIterable<InputRow>;
  /** What was left out, in sentences without a word of the file's rows. */
  readonly notes: readonly string[];
  /** Removes what was written beside the input. */
  close(): Promise<void>;
}

/**
 * Opens a file, or a stream of bytes under a name to call it by.
 *
 * @throws {UsageError} UNREADABLE_FILE | UNKNOWN_ENCODING | NO_TITLE_COLUMN | NO_PLACE | UNKNOWN_FIELD |
 * PERSONAL_COLUMN | UNWRITABLE_HOME
 */
export async function openPayroll(
  source: string | { readonly name: string; readonly bytes: AsyncIterable<Uint8Array> },
  options: PayrollOptions,
): Promise<OpenedPayroll> {
  const scratch = await payrollScratch(options.home);
  const close = () => rm(scratch, { recursive: true, force: true });
  try {
    const path = typeof source === 'string' ? source : join(scratch, source.name);
    if (typeof source !== 'string') await pipeline(source.bytes, createWriteStream(path, { mode: 0o600 }));
    return { ...(await openPath(path, scratch, options)), close };
  } catch (failure) {
    await close();
    throw failure;
  }
}

type Opened = Omit<OpenedPayroll, 'close'>;

async function openPath(path: string, scratch: string, options: PayrollOptions): Promise<Opened> {
  const { market, field, place } = options;
  const name = basename(path);
  const knowledge = await columnKnowledge(market);
  const bytes = await fileSize(path, name);
  const head = await readHead(path, name);
  const known =
    options.form ?? (recogniseBytes(head) !== null || looksTabular(head, name, knowledge.lists) ? 'csv' : 'lines');
  const progress = options.progress ?? silentProgress;
  if (known !== 'lines') return openTables(path, { scratch, knowledge, options });
  if (field !== undefined) {
    throw new UsageError(
      'CONTRADICTORY_FLAGS',
      'Plain lines have no fields.',
      'Leave out --field, or give --input csv.',
    );
  }
  if (place === undefined) throw noPlace(name);
  const file = { path, name, bytes };
  const rows = plainLines(file, { head, encoding: options.encoding ?? null, progress, lists: knowledge.lists });
  return { columns: null, notes: [], rows };
}

interface TableOpening {
  readonly scratch: string;
  readonly knowledge: GuessKnowledge;
  readonly options: PayrollOptions;
}

async function openTables(path: string, { scratch, knowledge, options }: TableOpening): Promise<Opened> {
  const { field, place, encoding, progress = silentProgress } = options;
  const { tables } = await openInput(path, {
    scratch,
    exact: true,
    encoding,
    progress,
    readParquetHead: async () => {
      const remedy = 'Give CSV, Excel (.xlsx) or JSON lines.';
      throw new UsageError(
        'UNREADABLE_FILE',
        `${shownName(basename(path))} is Parquet, which is not read here.`,
        remedy,
      );
    },
  });
  const wishes: ColumnWishes = { field, hasPlace: place !== undefined };
  const readable: { table: OpenedTable; columns: PayrollColumns }[] = [];
  for (const table of tables) {
    const sample = await sampleTable(table, async () => ({ columns: [], rows: [] }));
    const columns = chooseColumns(table, sample, { knowledge, wishes });
    if (columns !== null) readable.push({ table, columns });
  }
  const [first] = readable;
  if (first === undefined) throw await whatLacks(tables, { knowledge, wishes, name: basename(path) });
  const others = tables.length - 1;
  const notes = others === 0 ? [] : [`Only the first table with titles was read; the file holds ${others} more.`];
  return { columns: first.columns, notes, rows: tableRows(first.table, first.columns) };
}

async function whatLacks(
  tables: readonly OpenedTable[],
  { knowledge, wishes, name }: { knowledge: GuessKnowledge; wishes: ColumnWishes; name: string },
): Promise<UsageError> {
  for (const table of tables) {
    const sample = await sampleTable(table, async () => ({ columns: [], rows: [] }));
    if (chooseColumns(table, sample, { knowledge, wishes: { ...wishes, hasPlace: true } }) !== null)
      return noPlace(name);
  }
  return new UsageError(
    'NO_TITLE_COLUMN',
    `${shownName(name)} has no column of job titles.`,
    'Call it "title" in the first line, or name it with --field.',
  );
}

function noPlace(name: string): UsageError {
  return new UsageError(
    'NO_PLACE',
    `${shownName(name)} names no places.`,
    'Add a column "place", or give one place for all rows with --in.',
  );
}
