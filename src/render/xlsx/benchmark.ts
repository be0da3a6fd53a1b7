/** A benchmark as an Excel workbook: the rows, and a sheet that says what they mean. */
import { createRequire } from 'node:module';
import { PassThrough } from 'node:stream';
import type { BenchmarkClosing, BenchmarkOpening, BenchmarkStream } from '../../report/benchmark-model.js';
import { type BenchmarkColumn, benchmarkColumns } from '../format/benchmark-columns.js';
import { spreadsheetText } from '../format/spreadsheet-text.js';

const FORMS: Readonly<Record<NonNullable<BenchmarkColumn['form']>, string>> = {
  amount: '#,##0',
  ratio: '0.00',
  percentile: '0.0',
};

/** Bytes waiting for their reader from which the writer waits too. */
const MOST_WAITING = 1 << 20;

type Workbook = import('exceljs').stream.xlsx.WorkbookWriter;

/** The bytes of the workbook, as its rows come; dates in it are the as-of date, so that equal answers are equal files. */
export async function* renderBenchmarkXlsx(stream: BenchmarkStream): AsyncGenerator<Uint8Array> {
  const bytes = new PassThrough({ highWaterMark: MOST_WAITING });
  const written = writeWorkbook(stream, bytes).catch((failure: unknown) => {
    bytes.destroy(failure as Error);
  });
  yield* bytes as AsyncIterable<Uint8Array>;
  await written;
}

async function writeWorkbook({ opening, rows, closing }: BenchmarkStream, bytes: PassThrough): Promise<void> {
  const excel = (createRequire(import.meta.url)('exceljs') as typeof import('exceljs')).stream.xlsx;
  const workbook = new excel.WorkbookWriter({ stream: bytes, useStyles: true, useSharedStrings: false });
  workbook.created = new Date(`${opening.asOf}T00:00:00Z`);
  workbook.modified = workbook.created;
  const columns = benchmarkColumns(opening);
  const sheet = workbook.addWorksheet('Benchmark', { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = columns.map(({ name, width, form }) => ({
    header: name,
    key: name,
    width,
    ...(form === undefined ? {} : { style: { numFmt: FORMS[form] } }),
  }));
  sheet.getRow(1).font = { bold: true };
  for await (const row of rows) {
    sheet.addRow(columns.map(({ of }) => of(row))).commit();
    while (bytes.writableLength > MOST_WAITING) await new Promise((go) => setImmediate(go));
  }
  sheet.commit();
  addMeaning(workbook, { opening, columns, closing: closing() });
  await workbook.commit();
}

interface Meaning {
  readonly opening: BenchmarkOpening;
  readonly columns: readonly BenchmarkColumn[];
  readonly closing: BenchmarkClosing;
}

function addMeaning(workbook: Workbook, { opening, columns, closing }: Meaning): void {
  const sheet = workbook.addWorksheet('Sources and method');
  sheet.columns = [{ width: 24 }, { width: 90 }, { width: 24 }, { width: 24 }, { width: 12 }];
  const heading = (...cells: string[]) => {
    const row = sheet.addRow(cells);
    row.font = { bold: true };
    row.commit();
  };
  const line = (...cells: (string | number)[]) =>
    sheet.addRow(cells.map((cell) => (typeof cell === 'string' ? spreadsheetText(cell) : cell))).commit();
  const { summary, sources, method } = closing;
  heading('Benchmark');
  line('as of', opening.asOf);
  line('basis', opening.basis ?? 'chosen by the evidence for each row');
  if (opening.only !== undefined) line('data', 'your own alone');
  line('rows', summary.rows);
  line('supported', summary.supported);
  line('modelled', summary.modelled);
  line('insufficient', summary.insufficient);
  if (summary.medianCompaRatio !== null) line('median compa-ratio', summary.medianCompaRatio);
  line();
  heading('Source', 'Name', 'Publisher', 'Licence', 'Rows');
  for (const { id, name, publisher, licence, rows } of sources) line(id, name, publisher, licence, rows);
  line();
  heading(`Method ${method.version}`);
  for (const [index, step] of method.steps.entries()) line(index + 1, step);
  line();
  heading('Column', 'Meaning');
  for (const { name, meaning } of columns) line(name, meaning);
  sheet.commit();
}
