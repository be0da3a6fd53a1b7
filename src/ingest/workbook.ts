/** Excel workbooks, row by row, every value as text. */
import { createRequire } from 'node:module';
import { describeMissingColumns, oneLine } from '../core/column-drift.js';
import { SourceError } from '../core/errors.js';

/** Rows in which a header is looked for. */
const HEADER_ROWS = 30;

export interface SheetRow {
  /** As Excel counts, from 1. */
  readonly number: number;
  /** Text of each cell, null where empty; numbers in shortest exact form, dates as `YYYY-MM-DD`. */
  readonly cells: readonly (string | null)[];
}

export interface Sheet {
  readonly name: string;
  readonly rows: AsyncIterable<SheetRow>;
}

/**
 * The sheets of an .xlsx workbook in order; each is read as a stream, before the next is asked for.
 *
 * @throws whatever the file makes the reader throw: callers name the file
 */
export async function* readWorkbook(path: string): AsyncGenerator<Sheet> {
  const { stream } = createRequire(import.meta.url)('exceljs') as typeof import('exceljs');
  const options = { worksheets: 'emit', sharedStrings: 'cache', styles: 'cache', hyperlinks: 'ignore' } as const;
  for await (const worksheet of new stream.xlsx.WorkbookReader(path, options)) {
    const { name } = worksheet as unknown as { readonly name: string };
    yield { name, rows: rowsOf(worksheet) };
  }
}

async function* rowsOf(worksheet: AsyncIterable<import('exceljs').Row>): AsyncGenerator<SheetRow> {
  for await (const row of worksheet) {
    const cells: (string | null)[] = [];
    for (let column = 1; column <= row.cellCount; column++) cells.push(cellText(row.getCell(column).value));
    yield { number: row.number, cells };
  }
}

function cellText(value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (value instanceof Date) {
    const text = value.toISOString();
    return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.slice(0, 19);
  }
  if (typeof value !== 'object') return String(value);
  if ('richText' in value) return (value.richText as { readonly text: string }[]).map(({ text }) => text).join('');
  if ('result' in value) return cellText(value.result);
  if ('text' in value) return cellText(value.text);
  return null;
}

export interface SheetRequest<C extends string> {
  readonly path: string;
  /** Path named in messages. */
  readonly shown: string;
  readonly sheet: string | RegExp;
  readonly columns: readonly C[];
  /** Columns the source had when it was last read. */
  readonly known?: readonly string[];
}

export interface SheetTable<C extends string> {
  readonly records: Readonly<Record<C, string | null>>[];
  /** Number of each record's row in the sheet, from 1. */
  readonly rows: readonly number[];
  /** All columns of the sheet that have a name. */
  readonly header: readonly string[];
}

/** Records of one sheet: see `RawReader.sheet`. */
export async function readSheet<C extends string>(
  request: SheetRequest<C>,
): Promise<Readonly<Record<C, string | null>>[]> {
  return (await readSheetTable(request)).records;
}

/**
 * One sheet with its header and row numbers.
 *
 * @throws {SourceError} SOURCE_UNREADABLE | SOURCE_SHEET_MISSING | SOURCE_COLUMN_MISSING
 */
export async function readSheetTable<C extends string>(request: SheetRequest<C>): Promise<SheetTable<C>> {
  const { path, shown, sheet } = request;
  const names: string[] = [];
  let table: SheetTable<C> | null = null;
  try {
    for await (const { name, rows } of readWorkbook(path)) {
      names.push(name);
      if (typeof sheet === 'string' ? name === sheet : sheet.test(name)) table ??= await tableOf(name, rows, request);
      else for await (const _ of rows);
    }
  } catch (cause) {
    if (cause instanceof SourceError) throw cause;
    throw new SourceError('SOURCE_UNREADABLE', `${shown} cannot be read as an Excel workbook.`, CHECK, { cause });
  }
  if (table === null) {
    const wanted = typeof sheet === 'string' ? `'${sheet}'` : String(sheet);
    const message = `${shown} has no sheet ${wanted}; its sheets are ${names.map((name) => `'${oneLine(name)}'`).join(', ')}.`;
    throw new SourceError('SOURCE_SHEET_MISSING', message, CHECK);
  }
  return table;
}

const CHECK = 'Compare the file with its publisher: the layout may have changed.';

async function tableOf<C extends string>(
  name: string,
  rows: AsyncIterable<SheetRow>,
  request: SheetRequest<C>,
): Promise<SheetTable<C>> {
  const { columns } = request;
  const records: Readonly<Record<C, string | null>>[] = [];
  const numbers: number[] = [];
  const leading: (readonly string[])[] = [];
  let header: readonly string[] | null = null;
  let positions: readonly number[] = [];
  for await (const { number, cells } of rows) {
    if (header !== null) {
      const entries = columns.map((column, index) => [column, cells[positions[index]!] ?? null]);
      records.push(Object.fromEntries(entries) as Record<C, string | null>);
      numbers.push(number);
      continue;
    }
    const names = cells.map((cell) => cell?.trim() ?? '');
    leading.push(names);
    if (columns.every((column) => names.includes(column))) {
      header = names.filter((column) => column !== '');
      positions = columns.map((column) => names.indexOf(column));
    } else if (leading.length === HEADER_ROWS) break;
  }
  if (header === null) throw columnMissing(name, leading, request);
  return { records, rows: numbers, header };
}

/** Names the columns that the row most like a header lacks. */
function columnMissing<C extends string>(
  sheet: string,
  leading: readonly (readonly string[])[],
  { shown, columns, known }: SheetRequest<C>,
): SourceError {
  const lackingIn = (names: readonly string[]) => columns.filter((column) => !names.includes(column));
  const header = [...leading].sort((a, b) => lackingIn(a).length - lackingIn(b).length)[0] ?? [];
  const missing = lackingIn(header);
  const file = `${shown}, sheet '${oneLine(sheet)}',`;
  const message = describeMissingColumns({ file, missing, header, wanted: columns, known });
  return new SourceError('SOURCE_COLUMN_MISSING', message, CHECK);
}
