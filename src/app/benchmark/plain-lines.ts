/** One title a line; a title may contain commas. */
import type { Progress } from '../../core/ports.js';
import type { SourceFile } from '../../ingest/imports/formats/open-context.js';
import { readText, surveyEncoding } from '../../ingest/imports/formats/text/read-text.js';
import { unreadable } from '../../ingest/imports/formats/unreadable.js';
import type { ColumnLists } from '../../ingest/imports/mapping/column-lists.js';
import { LineSplitter } from '../../text/records/index.js';
import { isTitleHeading } from './form-of-text.js';
import { emptyRow, type InputRow } from './input-row.js';

export interface LineReading {
  readonly head: Buffer;
  readonly encoding: string | null;
  readonly progress: Progress;
  readonly lists: ColumnLists;
}

/**
 * Every line as a row; a first line that says `title` is left out.
 *
 * @throws {UsageError} UNREADABLE_FILE for a file without a line, and for one that is no text
 */
export async function* plainLines(file: SourceFile, reading: LineReading): AsyncGenerator<InputRow> {
  const { head, progress, lists } = reading;
  if (file.bytes === 0) throw unreadable(file.name, 'it is empty', 'Give one title a line, or a table.');
  if (controlShare(head) > 0.02) throw unreadable(file.name, 'it is neither text nor a format known to us');
  const encoding = await surveyEncoding(file, head, { encoding: reading.encoding, progress, notes: [] });
  const splitter = new LineSplitter();
  let row = 0;
  let first = true;
  const rowsOf = function* (lines: Iterable<string>): Generator<InputRow> {
    for (const line of lines) {
      const heading = first && isTitleHeading(line, lists);
      first = false;
      if (heading) continue;
      row += 1;
      yield { ...emptyRow(row), title: line.trim() };
    }
  };
  for await (const piece of readText(file, encoding, progress)) yield* rowsOf(splitter.push(piece));
  yield* rowsOf(splitter.end());
}

/** Share of bytes that no text holds; every second byte of UTF-16 is zero. */
function controlShare(head: Buffer): number {
  const bytes = head.subarray(0, 4096);
  if (bytes.length >= 2 && (bytes[0] === 0xff || bytes[0] === 0xfe || bytes[0] === 0 || bytes[1] === 0)) return 0;
  return bytes.filter((byte) => byte < 0x20 && (byte < 0x08 || byte > 0x0d) && byte !== 0x1b).length / bytes.length;
}
