/** A user's file as the engine can load it. */

/** One table of an input: the file itself, a sheet of a workbook, a member of an archive. */
export interface InputTable {
  /** File name, with the sheet or member inside it: `pay.xlsx/Offers`, `exports.zip/2025.csv`. */
  readonly name: string;
  /** Names of the columns, in order and unique: a repeated name gets ` (2)`, an empty one `column 3`. */
  readonly columns: readonly string[];
  readonly content: TableContent;
  /**
   * Rows that could not be taken apart, as a file of CSV lines `row,reason,original` in UTF-8 without a header; null
   * where there are none.
   */
  readonly rejected: { readonly path: string; readonly rows: number } | null;
}

export type TableContent =
  /** The user's own file, plain or gzip: UTF-8, complete records, one header line. Rows are counted from 1. */
  | { readonly kind: 'csv'; readonly path: string; readonly delimiter: string }
  /** A file written beside it: UTF-8 CSV without a header, the row's number first, then the columns. */
  | { readonly kind: 'staged'; readonly path: string }
  | { readonly kind: 'parquet'; readonly path: string };

/** An opened input. */
export interface Input {
  /** Name of the user's file, without its folder. */
  readonly fileName: string;
  readonly bytes: number;
  /** SHA-256 of the user's file. */
  readonly sha256: string;
  readonly tables: readonly InputTable[];
}
