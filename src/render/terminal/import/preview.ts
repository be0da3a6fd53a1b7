/** A preview of an import, for a terminal. */
import { currencySign, formatCount } from '../../../core/format.js';
import type { ImportPreview, PreviewedFile, PreviewedRow, PreviewedTable } from '../../../report/import-preview.js';
import { BLANK, encodeLines, indent, type Line, line, span, type Tone } from '../line.js';
import { MARGIN, type Page, pageFor, type TerminalOptions } from '../page.js';
import { termList } from '../parts/prose.js';
import { printable } from '../text/printable.js';
import { textWidth } from '../text-width.js';
import { padEnd, padStart, wrap } from '../wrap.js';

/** Lines shown of a long list of columns. */
const MOST_COLUMNS = 40;
const FIELD_CELLS = 'description'.length + 2;

/** Columns and their fields, the first rows as they would be read, and how many would be set aside. */
export function renderImportPreview(preview: ImportPreview, options: TerminalOptions): string {
  const page = pageFor(options);
  const lines = [...preview.files.flatMap((file) => fileLines(file, page)), ...leftOutLines(preview.leftOut, page)];
  return encodeLines(indent(lines, MARGIN), options.colour);
}

function fileLines(file: PreviewedFile, page: Page): Line[] {
  return [
    BLANK,
    line(printable(file.file, page.width, page), 'strong'),
    ...file.tables.flatMap((table) => tableLines(table, page)),
    ...rowLines(file, page),
    ...file.notes.flatMap((note) => [BLANK, ...sentence(note, page, 'warning')]),
    BLANK,
    ...countLines(file, page),
  ];
}

const KINDS = {
  advertised: 'pay that employers advertise',
  paid: 'pay of persons in the job',
} as const;

function tableLines(table: PreviewedTable, page: Page): Line[] {
  const name = `${printable(table.name, page.width - 30, page)}: ${table.form}`;
  if (table.skipped !== null) return [BLANK, ...sentence(`${name}. Left out: ${table.skipped}.`, page, 'dim')];
  const read = table.columns.filter(({ field }) => field !== null);
  const personal = table.columns.filter(({ field, personal }) => field === null && personal);
  const other = table.columns.filter(({ field, personal }) => field === null && !personal);
  return [
    ...sentence(`${name}, read as ${KINDS[table.kind]}`, page, 'dim'),
    BLANK,
    line('Columns that are read', 'accent-strong'),
    ...readLines(read, page),
    ...constantLines(table, page),
    ...columnList('Never read, because they tell about persons', personal, page),
    ...columnList('Not read', other, page),
  ];
}

/** A line a column; of formats whose columns are our fields one sentence. */
function readLines(read: PreviewedTable['columns'], page: Page): Line[] {
  if (read.some(({ column, field }) => column !== field)) return read.map((column) => columnLine(column, page));
  const fields = read.map(({ field }) => field).join(', ');
  return sentence(`As the format defines them: ${fields}.`, page, 'plain');
}

interface ShownColumn {
  readonly column: string;
  readonly field: string | null;
  readonly reason: string;
}

/** The name, the field it is read as, and why. */
function columnLine({ column, field, reason }: ShownColumn, page: Page): Line {
  const nameCells = Math.floor(page.width * 0.36);
  const fieldCells = field === null ? 0 : FIELD_CELLS;
  const room = page.width - nameCells - fieldCells;
  return [
    span(padEnd(printable(column, nameCells - 2, page), nameCells)),
    span(field === null ? '' : padEnd(field, FIELD_CELLS), 'accent'),
    span(printable(reason, room, page), 'dim'),
  ];
}

function columnList(title: string, columns: readonly ShownColumn[], page: Page): Line[] {
  if (columns.length === 0) return [];
  const shown = columns.slice(0, MOST_COLUMNS);
  const more = columns.length - shown.length;
  return [
    BLANK,
    line(title, 'accent-strong'),
    ...shown.map((column) => columnLine({ ...column, field: null }, page)),
    ...(more > 0 ? [line(`and ${formatCount(more)} more`, 'dim')] : []),
  ];
}

function constantLines({ constants, decimal, dateOrder }: PreviewedTable, page: Page): Line[] {
  const values = Object.entries(constants).map(([field, value]) => `${field} ${printable(value, 40, page)}`);
  const terms = [
    { name: 'For all rows', values: values.length === 0 ? [] : [values.join(', ')] },
    { name: 'Decimal sign', values: decimal === ',' ? ['comma'] : [] },
    { name: 'Dates', values: dateOrder === null ? [] : [dateOrder === 'day-first' ? 'day first' : 'month first'] },
  ].filter((term) => term.values.length > 0);
  return terms.length === 0 ? [] : [BLANK, ...termList(terms, page)];
}

function rowLines({ rows, tables }: PreviewedFile, page: Page): Line[] {
  if (rows.length === 0) return [];
  const several = tables.filter(({ skipped }) => skipped === null).length > 1;
  const numberCells = Math.max(...rows.map(({ row }) => formatCount(row).length)) + 1;
  let table = '';
  const lines = rows.flatMap((row): Line[] => {
    const begins = several && row.table !== table;
    table = row.table;
    return [...(begins ? [line(printable(row.table, page.width, page), 'dim')] : []), rowLine(row, numberCells, page)];
  });
  return [BLANK, line('The first rows as they would be read', 'accent-strong'), ...lines];
}

/** Number, title, pay, place and date of a row; or why it would be set aside. */
function rowLine(row: PreviewedRow, numberCells: number, page: Page): Line {
  const number = span(`${padStart(formatCount(row.row), numberCells)}  `, 'dim');
  const room = page.width - numberCells - 2;
  const titleCells = Math.floor(room * 0.36);
  const title = span(padEnd(printable(row.title ?? '', titleCells - 2, page), titleCells));
  if (row.reason !== null) {
    return [number, title, span(printable(`set aside: ${row.reason}`, room - titleCells, page), 'warning')];
  }
  const place = row.region ?? row.country ?? '';
  const tail = `${padEnd(place, 7)}${row.date ?? ''}`;
  const payCells = room - titleCells - textWidth(tail) - 1;
  return [number, title, span(padEnd(printable(payWords(row), payCells - 1, page), payCells)), span(` ${tail}`, 'dim')];
}

function payWords({ low, high, currency, unit }: PreviewedRow): string {
  if (low === null && high === null) return 'no pay stated';
  const sign = currency === null ? '' : currencySign(currency);
  const ends = [low, high].filter((end) => end !== null).map(amount);
  const range = ends[0] === ends[1] ? ends[0] : ends.join(' to ');
  return `${sign}${range}${unit === null ? '' : ` a${unit === 'hour' ? 'n' : ''} ${unit}`}`;
}

function amount(value: number): string {
  const [whole = '', cents] = (Number.isInteger(value) ? String(value) : value.toFixed(2)).split('.');
  return `${formatCount(Number(whole))}${cents === undefined ? '' : `.${cents}`}`;
}

function countLines({ counts }: PreviewedFile, page: Page): Line[] {
  const { rows, usable, quarantined, reasons } = counts;
  const rest = quarantined === 0 ? '.' : `, ${formatCount(quarantined)} would be set aside:`;
  const words = `Rows looked at: ${formatCount(rows)}. ${formatCount(usable)} can be used${rest}`;
  return [...sentence(words, page, 'plain'), ...reasonLines(reasons, page)];
}

/** Counts and reasons, one a line. */
export function reasonLines(
  reasons: readonly { readonly reason: string; readonly count: number }[],
  page: Page,
): Line[] {
  const cells = Math.max(0, ...reasons.map(({ count }) => formatCount(count).length)) + 2;
  return reasons.map(({ reason, count }) => [
    span(`${padStart(formatCount(count), cells)}  `),
    span(printable(reason, page.width - cells - 2, page)),
  ]);
}

/** Files of a folder that cannot be read, with the reason. */
export function leftOutLines(leftOut: ImportPreview['leftOut'], page: Page): Line[] {
  if (leftOut.length === 0) return [];
  const title = `${formatCount(leftOut.length)} ${leftOut.length === 1 ? 'file is' : 'files are'} left out`;
  return [
    BLANK,
    line(title, 'accent-strong'),
    ...leftOut.flatMap(({ file, reason }) => [
      line(printable(file, page.width, page)),
      ...wrap(printable(reason, 4 * page.width, page), page.width - 2).map((text) => line(`  ${text}`, 'dim')),
    ]),
  ];
}

/** A sentence of ours with names of strangers in it. */
export function sentence(text: string, page: Page, tone: Tone): Line[] {
  return wrap(printable(text, 8 * page.width, page), page.width).map((words) => line(words, tone));
}
