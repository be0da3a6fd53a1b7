/** Text files with fields in columns. */
import { columnNames } from '../column-names.js';
import { findHeaderRow } from '../header-row.js';
import type { OpenContext, OpenedTable, SourceFile } from '../open-context.js';
import { HEAD_BYTES } from '../read-head.js';
import { StagedTable } from '../staged-table.js';
import { headIsUtf8, markedEncoding } from '../text/encoding.js';
import { readText, surveyEncoding } from '../text/read-text.js';
import { unreadable } from '../unreadable.js';
import { DELIMITER_NAMES, type Delimiter, declaredDelimiter, detectDelimiter, leadingRecords } from './delimiter.js';
import { type CsvPart, RecoveringCsvReader } from './recovering-reader.js';

/** Lines in which the header is looked for. */
const HEADER_LINES = 30;

/**
 * The table of a text file. A clean file is left where it is; any other is taken apart here and written aside, and
 * what does not fit is set aside with its reason.
 *
 * @throws {UsageError} UNREADABLE_FILE
 */
export async function openCsv(file: SourceFile, head: Buffer, context: OpenContext): Promise<OpenedTable> {
  const clean = context.exact || context.encoding !== null ? null : cleanLayout(head, head.length < HEAD_BYTES);
  if (clean !== null) {
    return {
      name: file.name,
      form: formOf(clean.delimiter, 'utf-8'),
      fieldsKnown: false,
      columns: columnNames(clean.header),
      content: { kind: 'csv', path: file.path, delimiter: clean.delimiter },
      rejected: null,
    };
  }
  return stageCsv(file, head, context);
}

/** Delimiter and header where the first bytes hold nothing that needs our own reader. */
function cleanLayout(head: Buffer, whole: boolean): { delimiter: Delimiter; header: readonly string[] } | null {
  const marked = markedEncoding(head);
  if ((marked !== null && marked !== 'utf-8') || !headIsUtf8(head) || head.includes(0)) return null;
  const text = new TextDecoder().decode(head);
  if (!hasPlainBreaks(text) || declaredDelimiter(text) !== null) return null;
  const delimiter = detectDelimiter(text);
  const reader = new RecoveringCsvReader(delimiter, text.length);
  const parts = [...reader.push(text), ...(whole ? reader.end() : [])];
  const records = parts.filter(isFilled);
  if (parts.some((part) => 'fault' in part)) return null;
  const fields = records.map((part) => ('fields' in part ? part.fields : []));
  const width = fields[0]?.length ?? 0;
  if (width < 2 || fields.some((record) => record.length !== width)) return null;
  return findHeaderRow(fields.slice(0, HEADER_LINES)) === 0 ? { delimiter, header: fields[0]! } : null;
}

/** Line feeds, or line feeds after carriage returns, all alike and no carriage return alone. */
function hasPlainBreaks(text: string): boolean {
  const feeds = text.split('\n').length - 1;
  const returned = text.split('\r\n').length - 1;
  const returns = text.split('\r').length - 1;
  return returns === returned + (text.endsWith('\r') ? 1 : 0) && (returned === 0 || returned === feeds);
}

function isFilled(part: CsvPart): boolean {
  return 'fault' in part || part.fields.length > 1 || part.fields[0]?.trim() !== '';
}

function formOf(delimiter: Delimiter, encoding: string): string {
  return `text with ${DELIMITER_NAMES[delimiter]}, ${encoding === 'utf-8' ? 'UTF-8' : encoding}`;
}

async function stageCsv(file: SourceFile, head: Buffer, context: OpenContext): Promise<OpenedTable> {
  const encoding = await surveyEncoding(file, head, context);
  const start = new TextDecoder(encoding).decode(head);
  const oldBreaks = start.includes('\r') && !start.includes('\n');
  const plain = oldBreaks ? start.replaceAll('\r', '\n') : start;
  const declared = declaredDelimiter(plain);
  const delimiter = declared?.delimiter ?? detectDelimiter(plain);
  const skipped = headerLine(plain.slice(declared?.length ?? 0), delimiter);
  const reader = new RecoveringCsvReader(delimiter, context.limits.recordLength);
  const parts = async function* (): AsyncGenerator<CsvPart> {
    let cut = declared?.length ?? 0;
    for await (const piece of readText(file, encoding, context.progress)) {
      const text = oldBreaks ? piece.replaceAll('\r', '\n') : piece;
      yield* reader.push(text.slice(cut));
      cut = Math.max(0, cut - text.length);
    }
    yield* reader.end();
  };
  const staged = await stageRecords(parts(), { file, skipped, context });
  if (skipped > 0) context.notes.push(`${file.name}: ${skipped} lines above the header were left out.`);
  return { name: file.name, form: formOf(delimiter, encoding), fieldsKnown: false, ...staged };
}

/** Filled records above the header. */
function headerLine(text: string, delimiter: Delimiter): number {
  const whole = text.includes('\n') ? text : `${text}\n`;
  return Math.max(0, findHeaderRow(leadingRecords(whole, delimiter, HEADER_LINES)));
}

interface Staging {
  readonly file: SourceFile;
  readonly skipped: number;
  readonly context: OpenContext;
}

async function stageRecords(
  parts: AsyncIterable<CsvPart>,
  { file, skipped, context }: Staging,
): Promise<Pick<OpenedTable, 'columns' | 'content' | 'rejected'>> {
  const table = new StagedTable(context);
  let columns: string[] | null = null;
  let before = 0;
  try {
    for await (const part of parts) {
      if (!isFilled(part)) continue;
      if (columns === null) {
        if (before < skipped) before += 1;
        else columns = columnNames('fields' in part ? part.fields : [part.original]);
        if (columns !== null && columns.length > context.limits.columns) throw tooManyColumns(file, context);
      } else await stageRecord(table, part, columns.length);
    }
    if (columns === null) throw unreadable(file.name, 'it holds no table');
    return { columns, ...(await table.finish()) };
  } catch (failure) {
    await table.abandon();
    throw failure;
  }
}

async function stageRecord(table: StagedTable, part: CsvPart, width: number): Promise<void> {
  const number = table.count + 1;
  if ('fault' in part) return table.reject(number, part.fault, part.original.trimEnd());
  const { fields, original } = part;
  if (fields.length === width) return table.row(number, fields);
  if (fields.length > width && fields.slice(width).every((field) => field.trim() === '')) {
    return table.row(number, fields.slice(0, width));
  }
  const fault =
    fields.length > width ? 'the row has more cells than the header' : 'the row has fewer cells than the header';
  return table.reject(number, fault, original.trimEnd());
}

export function tooManyColumns(file: SourceFile, { limits }: OpenContext) {
  return unreadable(file.name, `it has more than ${limits.columns} columns`, 'Leave out what is not needed.');
}
