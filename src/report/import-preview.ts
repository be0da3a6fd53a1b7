/** How the first rows of files would be read, before anything is imported. */

export interface ImportPreview {
  readonly schema: 'goingrate.import-preview/1';
  readonly files: readonly PreviewedFile[];
  /** Files of a folder that cannot be imported. */
  readonly leftOut: readonly { readonly file: string; readonly reason: string }[];
}

export interface PreviewedFile {
  readonly file: string;
  readonly tables: readonly PreviewedTable[];
  /** What was left out or chosen, in sentences. */
  readonly notes: readonly string[];
  /** The first rows of all tables. */
  readonly rows: readonly PreviewedRow[];
  readonly counts: {
    /** Rows looked at. */
    readonly rows: number;
    readonly usable: number;
    readonly quarantined: number;
    readonly reasons: readonly { readonly reason: string; readonly count: number }[];
  };
}

export interface PreviewedTable {
  readonly name: string;
  /** Format in words. */
  readonly form: string;
  readonly kind: 'advertised' | 'paid';
  /** Why it would not be imported; null when it would. */
  readonly skipped: string | null;
  readonly columns: readonly PreviewedColumn[];
  /** What is taken for all rows, by field. */
  readonly constants: Readonly<Record<string, string>>;
  readonly decimal: '.' | ',';
  readonly dateOrder: 'day-first' | 'month-first' | null;
}

export interface PreviewedColumn {
  readonly column: string;
  /** Null for a column that is not read. */
  readonly field: string | null;
  readonly reason: string;
  /** Whether it tells about persons. */
  readonly personal: boolean;
}

export interface PreviewedRow {
  readonly table: string;
  readonly row: number;
  /** Why it would be set aside; null when it would not. */
  readonly reason: string | null;
  readonly title: string | null;
  readonly level: string | null;
  readonly employer: string | null;
  readonly country: string | null;
  readonly region: string | null;
  readonly currency: string | null;
  readonly unit: string | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly date: string | null;
}
