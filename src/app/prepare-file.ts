/** One file of an import, opened and mapped, with the first rows as they would be read. */
import type { OpenedTable } from '../ingest/imports/formats/open-context.js';
import type { Guess } from '../ingest/imports/mapping/guess-mapping.js';
import { sampleTable } from '../ingest/imports/mapping/sample-table.js';
import { scaleOf } from '../ingest/imports/mapping/scale-columns.js';
import {
  checkWishedColumns,
  settleMapping,
  unmappable,
  type Wishes,
} from '../ingest/imports/mapping/settle-mapping.js';
import type { OpenedInput } from '../ingest/imports/open-input.js';
import type { Preview } from '../ingest/imports/preview.js';
import { dateForAllRows } from './date-for-all-rows.js';
import type { ImportSession, MappedInput } from './import-session.js';

export interface PreparedTable {
  readonly table: OpenedTable;
  readonly guess: Guess;
  /** Why the table is not imported, or null when it is. */
  readonly skipped: string | null;
}

export interface PreparedFile extends MappedInput {
  /** As shown: the path given, or the one below the folder given. */
  readonly shown: string;
  readonly input: OpenedInput;
  readonly tables: readonly PreparedTable[];
  /** How the first rows would be read; asked for once. */
  preview(): Promise<Preview>;
}

/** Rows of each table that a preview looks at. */
export const PREVIEW_ROWS = 1000;

export interface FilePreparation {
  readonly shown: string;
  readonly session: ImportSession;
  readonly wishes: Wishes;
}

/**
 * @throws {UsageError} UNREADABLE_FILE | UNMAPPABLE_FILE | UNKNOWN_COLUMN | PERSONAL_COLUMN
 */
export async function prepareFile(path: string, { shown, session, wishes }: FilePreparation): Promise<PreparedFile> {
  const { readParquetHead, knowledge } = session;
  let input = await session.open(path, { exact: false });
  checkWishedColumns(input.tables, wishes);
  const tables: PreparedTable[] = [];
  for (const table of input.tables) {
    const sample = await sampleTable(table, readParquetHead);
    const guess = await dateForAllRows(settleMapping(table, sample, { wishes, knowledge }), {
      path,
      table,
      input,
      home: session.home,
      today: session.today,
    });
    tables.push({ table, guess, skipped: reasonToSkip(guess, sample.rows.length + (table.rejected?.rows ?? 0)) });
  }
  const usable = tables.filter(({ skipped }) => skipped === null);
  if (usable.length === 0) {
    const [nearest] = tables.toSorted((a, b) => a.guess.missing.length - b.guess.missing.length);
    throw unmappable(nearest!.table, nearest!.guess.missing);
  }
  const scaled = tables.map(({ guess }) => guess.scaled.flatMap((column) => scaleOf(column, knowledge.lists) ?? []));
  if (scaled.some((columns) => columns.length > 0)) {
    if (input.tables.some(({ content }) => content.kind === 'csv')) input = await session.open(path, { exact: true });
    input = await session.scale(input, scaled);
  }
  const mappings = tables.map(({ guess, skipped }) => (skipped === null ? guess.mapping : null));
  const mapped = { path, input, mappings, scaled };
  let preview: Promise<Preview> | null = null;
  return {
    ...mapped,
    shown,
    tables,
    preview: () => {
      preview ??= session.preview(mapped, PREVIEW_ROWS);
      return preview;
    },
  };
}

function reasonToSkip({ missing }: Guess, rows: number): string | null {
  if (rows === 0) return 'it has no rows';
  return missing.length === 0 ? null : `no column of its ${missing.join(' and ')}`;
}
