/** Excel workbooks: each sheet a table. */
import { readWorkbook, type Sheet, type SheetRow } from '../../../workbook.js';
import { columnNames } from '../column-names.js';
import { tooManyColumns } from '../csv/open-csv.js';
import { findHeaderRow } from '../header-row.js';
import type { OpenContext, OpenedTable, SourceFile } from '../open-context.js';
import { StagedTable } from '../staged-table.js';
import { unreadable } from '../unreadable.js';

/** Rows in which the header is looked for. */
const HEADER_ROWS = 30;

/**
 * Every sheet that holds a table, rows numbered as Excel shows them.
 *
 * @throws {UsageError} UNREADABLE_FILE
 */
export async function openWorkbook(file: SourceFile, context: OpenContext): Promise<OpenedTable[]> {
  const tables: OpenedTable[] = [];
  try {
    for await (const sheet of readWorkbook(file.path)) {
      context.progress.step(`Reading ${`${file.name}/${sheet.name}`.replace(/\p{C}/gu, ' ')}`);
      const table = await openSheet(sheet, file, context);
      if (table !== null) tables.push(table);
    }
  } catch (failure) {
    if (failure instanceof Error && 'remedy' in failure) throw failure;
    const remedy = 'Open it in Excel and save it again as .xlsx, or as CSV.';
    throw unreadable(file.name, 'it is a damaged Excel workbook', remedy, failure);
  }
  if (tables.length === 0) throw unreadable(file.name, 'its sheets are empty', 'Save the sheet with the table.');
  return tables;
}

async function openSheet(sheet: Sheet, file: SourceFile, context: OpenContext): Promise<OpenedTable | null> {
  const writer = new SheetWriter(file, context);
  try {
    for await (const row of sheet.rows) await writer.take(row);
    const staged = await writer.finish();
    return staged && { name: `${file.name}/${sheet.name}`, form: 'Excel sheet', fieldsKnown: false, ...staged };
  } catch (failure) {
    await writer.abandon();
    throw failure;
  }
}

class SheetWriter {
  readonly #file: SourceFile;
  readonly #context: OpenContext;
  readonly #table: StagedTable;
  readonly #leading: SheetRow[] = [];
  #columns: readonly string[] | null = null;

  constructor(file: SourceFile, context: OpenContext) {
    this.#file = file;
    this.#context = context;
    this.#table = new StagedTable(context);
  }

  async take(row: SheetRow): Promise<void> {
    if (row.cells.every((cell) => cell === null || cell.trim() === '')) return;
    if (this.#columns !== null) return this.#write(row);
    this.#leading.push(row);
    if (this.#leading.length === HEADER_ROWS) await this.#begin();
  }

  async finish(): Promise<Pick<OpenedTable, 'columns' | 'content' | 'rejected'> | null> {
    if (this.#columns === null) await this.#begin();
    const written = await this.#table.finish();
    return this.#columns === null || this.#table.count === 0 ? null : { columns: this.#columns, ...written };
  }

  abandon(): Promise<void> {
    return this.#table.abandon();
  }

  async #begin(): Promise<void> {
    const at = findHeaderRow(this.#leading.map(({ cells }) => cells));
    if (at < 0) return;
    const below = this.#leading.slice(at + 1);
    const header = withoutEmptyEnd(this.#leading[at]!.cells);
    if (header.length > this.#context.limits.columns) throw tooManyColumns(this.#file, this.#context);
    this.#columns = columnNames(header);
    for (const row of below) await this.#write(row);
  }

  /** Cells right of the header are remarks and are left out. */
  async #write({ number, cells }: SheetRow): Promise<void> {
    const width = this.#columns!.length;
    const own = Array.from({ length: width }, (_, index) => cells[index] ?? '');
    if (own.some((cell) => cell.trim() !== '')) await this.#table.row(number, own);
  }
}

function withoutEmptyEnd(cells: readonly (string | null)[]): readonly (string | null)[] {
  const end = cells.findLastIndex((cell) => cell !== null && cell.trim() !== '') + 1;
  return cells.slice(0, end);
}
