/** A table as CSV (RFC 4180, UTF-8). */
import { csvLine } from '../csv/csv-line.js';
import { spreadsheetText } from '../format/spreadsheet-text.js';
import type { Column, ColumnValue } from './column.js';

/** Letters, digits and signs that steer neither a terminal nor a spreadsheet, and no formula at the beginning. */
const PLAIN = /^[^\x00-\x20+\-=@\x7f-\uffff][\x20-\x7e\u00a1-\u00ac\u00ae-\u02ff\u2013-\u2026\u20a0-\u20bf]*$/;

const LINE_END = '\r\n';

/** A header and a line for every row. No program calculates a text of it; an empty cell is a missing value. */
export function tableCsv<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string {
  const readers = columns.map((column) => column.of);
  let text = csvLine(columns.map(({ name }) => name));
  for (const row of rows) {
    let line = '';
    for (const read of readers) line += `${cell(read(row))},`;
    text += line.slice(0, -1) + LINE_END;
  }
  return text;
}

function cell(value: ColumnValue): string | number {
  if (value === null) return '';
  if (typeof value === 'number') return value;
  if (!PLAIN.test(value)) return csvLine([spreadsheetText(value)]).slice(0, -LINE_END.length);
  return value.includes(',') || value.includes('"') ? `"${value.replaceAll('"', '""')}"` : value;
}
