/** The first rows of a table, whatever it lies in. */
import { createReadStream } from 'node:fs';
import { CsvReader, decodeBytes } from '../../../text/records/index.js';
import type { ReadParquetHead } from '../formats/open-context.js';
import { fileFailure } from '../formats/unreadable.js';
import type { InputTable } from '../input.js';

/** Rows a mapping is guessed from. */
export const SAMPLE_ROWS = 1000;

/** Cells by column; empty texts where a row says nothing. */
export interface Sample {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/**
 * Reads the first rows of a table.
 *
 * @throws {UsageError} UNREADABLE_FILE when the file went away
 */
export async function sampleTable(
  { name, columns, content }: InputTable,
  readParquetHead: ReadParquetHead,
  most: number = SAMPLE_ROWS,
): Promise<Sample> {
  try {
    if (content.kind === 'parquet') {
      const { rows } = await readParquetHead(content.path, most);
      return { columns, rows: rows.map((row) => row.map((cell) => cell ?? '')) };
    }
    const staged = content.kind === 'staged';
    const rows: (readonly string[])[] = [];
    const records = csvRecords(content.path, staged ? ',' : content.delimiter);
    let skip = staged ? 0 : 1;
    for await (const fields of records) {
      if (fields.length === 1 && fields[0] === '' && columns.length > 1) continue;
      if (skip > 0) skip -= 1;
      else if (rows.push(staged ? fields.slice(1) : fields) === most) break;
    }
    return { columns, rows };
  } catch (failure) {
    throw fileFailure(name, failure);
  }
}

/** Records up to the first that is broken: a fault further on is for the import to find. */
async function* csvRecords(path: string, delimiter: string): AsyncGenerator<readonly string[]> {
  const reader = new CsvReader(delimiter);
  const file = createReadStream(path);
  try {
    for await (const piece of decodeBytes(file)) {
      for (const { fields } of reader.push(piece)) yield fields;
    }
    for (const { fields } of reader.end()) yield fields;
  } catch (failure) {
    if ((failure as { code?: string }).code !== 'INVALID_CSV') throw failure;
  } finally {
    file.destroy();
  }
}
