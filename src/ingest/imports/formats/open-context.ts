/** What every format needs to open a file. */
import { join } from 'node:path';
import type { Progress } from '../../../core/ports.js';
import type { InputTable } from '../input.js';
import type { InputLimits } from './limits.js';

/** A table with what the user should know of how it was read. */
export interface OpenedTable extends InputTable {
  /** Format in words: `CSV, semicolons, windows-1252`. */
  readonly form: string;
  /** The columns are named after our fields, because the format says what they mean. */
  readonly fieldsKnown: boolean;
}

/** Columns of a Parquet file as DuckDB names them, and its first rows as text. */
export type ReadParquetHead = (path: string, rows: number) => Promise<ParquetHead>;

export interface ParquetHead {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | null)[])[];
}

export interface OpenContext {
  /** Existing folder for what is written beside the input; whoever gave it removes it. */
  readonly scratch: string;
  readonly progress: Progress;
  readonly limits: InputLimits;
  readonly readParquetHead: ReadParquetHead;
  /** Take every CSV file apart exactly instead of leaving clean ones to DuckDB. */
  readonly exact: boolean;
  /** Encoding of text files, a label of the WHATWG standard; detected when null. */
  readonly encoding: string | null;
  /** Names of archives around the file. */
  readonly within: number;
  /** A path for a new file in the scratch folder. */
  readonly newPath: (ending: string) => string;
  /** What was left out, in sentences. */
  readonly notes: string[];
}

/** A file to be opened: the user's own, or one unpacked from it. */
export interface SourceFile {
  readonly path: string;
  /** As shown to the user: `exports.zip/2025.csv`. */
  readonly name: string;
  readonly bytes: number;
}

/** Numbers the files of one scratch folder. */
export function scratchPaths(scratch: string, prefix: string): (ending: string) => string {
  let count = 0;
  return (ending) => {
    count += 1;
    return join(scratch, `${prefix}${String(count).padStart(4, '0')}${ending}`);
  };
}
