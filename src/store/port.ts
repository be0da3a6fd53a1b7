/** What the rest of the house may ask of a store. Engines live behind it. */
import type { Plan, PlanRow } from '../query/plan.js';
import type { ColumnName, RowOf, TableName } from '../query/tables.js';

/** Reads a market. */
export interface Store {
  readonly manifest: Manifest;
  read<T extends TableName, C extends ColumnName<T>>(plan: Plan<T, C>): Promise<PlanRow<T, C>[]>;
  close(): Promise<void>;
}

export interface RawOptions {
  readonly format: 'csv' | 'parquet';
  /** Field separator of a text file; a comma unless said. */
  readonly delimiter?: ',' | '\t';
  /** False for files in which quotation marks are ordinary characters. */
  readonly quoted?: boolean;
  /** True for text files with records that are too short, as notes below a table: what they lack is null. */
  readonly padded?: boolean;
  /** Columns the source's files had when they were last read, to tell which are new. */
  readonly known?: readonly string[];
  /** Told the column names of every file read. */
  readonly onColumns?: (columns: readonly string[]) => void;
}

/** Reads publishers' files and writes tables; used only while a market is built. */
export interface Workshop {
  /**
   * Rows of one or more files of equal layout (text, gzip text or Parquet), every value as text or null,
   * in file order. Columns are checked: a missing one is a SourceError that names file and column.
   */
  readRaw<const C extends string>(
    paths: readonly string[],
    columns: readonly C[],
    options: RawOptions,
  ): Promise<Record<C, string | null>[]>;
  /** Writes rows, in the table's sort order, to `<table>/<source>.parquet` below the directory. */
  writeTable<T extends TableName>(
    directory: string,
    table: T,
    source: string,
    rows: readonly RowOf<T>[],
  ): Promise<WrittenFile>;
  close(): Promise<void>;
}

export interface WrittenFile {
  /** Relative to the market directory, with forward slashes. */
  readonly path: string;
  readonly table: TableName;
  readonly source: string;
  readonly rows: number;
  readonly bytes: number;
  readonly sha256: string;
}

export interface InputFile {
  /** Relative to the folder of raw sources. */
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

export interface Exclusion {
  readonly reason: string;
  readonly count: number;
}

export interface ManifestSource {
  readonly id: string;
  readonly name: string;
  readonly publisher: string;
  readonly address: string;
  readonly licence: string;
  /** Text the licence asks to be shown, if any. */
  readonly attribution: string | null;
  /** What the figures refer to, in words: `May 2017 to May 2025`. */
  readonly vintage: string;
  /** Newest date the data speak about, `YYYY-MM-DD`. */
  readonly newest: string;
  readonly rowsIn: number;
  readonly rowsKept: number;
  /** Why rows were left out or merged; rowsIn = rowsKept + the sum of the counts. */
  readonly excluded: readonly Exclusion[];
  readonly inputs: readonly InputFile[];
}

export interface Manifest {
  readonly schema: 'goingrate.market/1';
  /** Version of the text engines that read the titles, places and employers. */
  readonly textVersion: string;
  /** Newest date among pay and official sources: the as-of date of reports. */
  readonly asOf: string;
  /** That of the public market alone, where a user's own data are read beside it; never in a file. */
  readonly publicAsOf?: string;
  readonly sources: readonly ManifestSource[];
  readonly files: readonly WrittenFile[];
}
