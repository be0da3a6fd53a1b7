/** Opens a user's file of any format. */
import { basename } from 'node:path';
import { UsageError } from '../../core/errors.js';
import { type Progress, silentProgress } from '../../core/ports.js';
import { fingerprint } from '../raw-reader.js';
import { INPUT_LIMITS, type InputLimits } from './formats/limits.js';
import { type OpenContext, type OpenedTable, type ReadParquetHead, scratchPaths } from './formats/open-context.js';
import { openFile } from './formats/open-file.js';
import { fileSize } from './formats/read-head.js';
import { isKnown } from './formats/text/plausible-encoding.js';
import { fileFailure } from './formats/unreadable.js';
import type { Input } from './input.js';

export interface OpenOptions {
  /** Existing folder for what is written beside the input; whoever gave it removes it. */
  readonly scratch: string;
  /** How a Parquet file is looked into. */
  readonly readParquetHead: ReadParquetHead;
  readonly progress?: Progress;
  /** Takes every text file apart exactly, for one that DuckDB could not read as it is. */
  readonly exact?: boolean;
  /** Encoding of text files; told by their bytes when left out. */
  readonly encoding?: string | undefined;
  readonly limits?: Partial<InputLimits>;
}

export interface OpenedInput extends Input {
  readonly tables: readonly OpenedTable[];
  /** What was left out or is uncertain, in sentences. */
  readonly notes: readonly string[];
}

/**
 * Opens a file: CSV and its like in any encoding, JSON, JSON lines, Parquet, Excel, answers of job boards, pages with
 * schema.org postings, and gzip or zip of these. The format is told by the content first and by the name second.
 *
 * @throws {UsageError} UNREADABLE_FILE | UNKNOWN_ENCODING; every message says what was found and what to do
 * @example
 * const input = await openInput('offers.csv', { scratch, readParquetHead });
 * input.tables[0].columns; // ['Job Title', 'Min', 'Max']
 */
export async function openInput(path: string, options: OpenOptions): Promise<OpenedInput> {
  const name = basename(path);
  const bytes = await fileSize(path, name);
  const encoding = options.encoding ?? null;
  if (encoding !== null && !isKnown(encoding)) {
    const remedy = 'Give one such as utf-8, windows-1252, shift_jis or utf-16le.';
    throw new UsageError('UNKNOWN_ENCODING', `"${encoding.slice(0, 40)}" is not an encoding.`, remedy);
  }
  const notes: string[] = [];
  const context: OpenContext = {
    scratch: options.scratch,
    progress: options.progress ?? silentProgress,
    limits: { ...INPUT_LIMITS, ...options.limits },
    readParquetHead: options.readParquetHead,
    exact: options.exact === true,
    encoding,
    within: 0,
    newPath: scratchPaths(options.scratch, options.exact === true ? 'exact-' : ''),
    notes,
  };
  try {
    const tables = await openFile({ path, name, bytes }, context);
    const { sha256 } = await fingerprint(path);
    return { fileName: name, bytes, sha256, tables, notes };
  } catch (failure) {
    throw fileFailure(name, failure);
  }
}
