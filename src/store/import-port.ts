/** What an import may ask of an engine: rows stay in it, distinct texts come out of it, readings go in. */
import type { ColumnType } from '../query/tables.js';
import type { Exclusion, WrittenFile } from './port.js';

export type ImportField =
  | 'title'
  | 'employer'
  | 'place'
  | 'city'
  | 'region'
  | 'country'
  | 'pay'
  | 'payLow'
  | 'payHigh'
  | 'currency'
  | 'unit'
  | 'date'
  | 'level'
  | 'occupation'
  | 'employment'
  | 'skills'
  | 'description';

/** Where the rows of a table are; see `InputTable.content` of the imports. */
export type RowsToImport =
  | { readonly kind: 'csv'; readonly path: string; readonly delimiter: string }
  | { readonly kind: 'staged'; readonly path: string }
  | { readonly kind: 'parquet'; readonly path: string };

export interface TableToImport {
  /** Name in messages and, where an input has several tables, in the quarantine file. */
  readonly name: string;
  /** Names of all columns of the content, in order. */
  readonly columns: readonly string[];
  readonly content: RowsToImport;
  /** CSV lines `row,reason,original` without a header, of rows that could not be taken apart. */
  readonly rejected: { readonly path: string; readonly rows: number } | null;
  /** Columns that are read, by field. */
  readonly fields: Readonly<Partial<Record<ImportField, string>>>;
  /** What a field is where its column says nothing, or has none. */
  readonly constants: Readonly<Partial<Record<ImportField, string>>>;
  readonly decimal: '.' | ',';
  /** Rows that are looked at; null for all. */
  readonly limit: number | null;
}

/**
 * What the engine asks to be read: for each reading the fields it is made from, and the columns it gives. Numbers that
 * are written plainly and dates that begin with `YYYY-MM-DD` are read by the engine itself.
 */
export const READINGS = {
  title: { from: ['title'], gives: { title: 'text', role: 'text', level: 'text' } },
  /** `currency` is the country's own. */
  place: {
    from: ['place', 'city', 'region', 'country'],
    gives: { country: 'text', region: 'text', currency: 'text' },
  },
  employer: { from: ['employer'], gives: { employer: 'integer', name: 'text' } },
  /** `stated` is false for texts that say nothing: `n/a`. `family` is a sign that several currencies share. */
  amount: {
    from: ['payLow'],
    gives: { stated: 'boolean', low: 'real', currency: 'text', family: 'text', unit: 'text' },
  },
  /** A whole statement of pay. `perYear` is the number of units paid a year where the text gives one. */
  pay: {
    from: ['pay'],
    gives: {
      stated: 'boolean',
      low: 'real',
      high: 'real',
      currency: 'text',
      family: 'text',
      unit: 'text',
      perYear: 'integer',
    },
  },
  currency: { from: ['currency'], gives: { stated: 'boolean', currency: 'text', family: 'text' } },
  unit: { from: ['unit'], gives: { stated: 'boolean', unit: 'text' } },
  date: { from: ['date'], gives: { stated: 'boolean', date: 'date' } },
  level: { from: ['level'], gives: { level: 'text' } },
  occupation: { from: ['occupation'], gives: { soc: 'text' } },
  /** True for regular full-time work, false for any other; null where the text does not say. */
  employment: { from: ['employment'], gives: { fullTime: 'boolean' } },
  /** Ids, sorted, separated by commas. */
  skills: { from: ['skills'], gives: { skills: 'text', credentials: 'text' } },
  /** Read row by row. */
  description: {
    from: ['description'],
    gives: {
      skills: 'text',
      credentials: 'text',
      stated: 'boolean',
      low: 'real',
      high: 'real',
      currency: 'text',
      family: 'text',
      unit: 'text',
      perYear: 'integer',
    },
  },
} as const satisfies Record<
  string,
  { readonly from: readonly ImportField[]; readonly gives: Readonly<Record<string, ColumnType>> }
>;

export type ReadingName = keyof typeof READINGS;

type ValueOf<T extends ColumnType> = T extends 'text' | 'date' ? string : T extends 'boolean' ? boolean : number;

/** What a reader gives for one text. */
export type ReadingOf<N extends ReadingName> = {
  readonly [C in keyof (typeof READINGS)[N]['gives']]: (typeof READINGS)[N]['gives'][C] extends infer T extends
    ColumnType
    ? ValueOf<T> | null
    : never;
};

/** A text for each field of `READINGS[N].from`, null where a row has none; all rows that share them read alike. */
export type ReaderOf<N extends ReadingName> = (texts: readonly (string | null)[]) => ReadingOf<N>;

export type ImportReaders = { readonly [N in ReadingName]: ReaderOf<N> };

/** Why a row is set aside, in the order in which the reasons are looked for. */
export const QUARANTINE_REASONS = [
  'no title',
  'place not recognised, or in several countries',
  'not regular full-time work',
  'no pay stated',
  'pay not understood',
  'pay period not understood',
  'hourly pay without full-time work stated',
  'currency not recognised',
  'pay is zero or negative',
  'lower end above the upper',
  'date not understood',
  'no date',
  'date in the future',
  'implausibly low for a full-time year',
  'implausibly high for a full-time year',
  'upper end more than 5 times the lower',
] as const;

export type QuarantineReason = (typeof QUARANTINE_REASONS)[number];

/** What decides about a row besides its own texts. */
export interface ImportRules {
  readonly kind: 'advertised' | 'paid';
  readonly unitsPerYear: Readonly<Record<string, number>>;
  /** Limits on a year's pay in US dollars. */
  readonly limits: {
    readonly low: number;
    /** Lowest by country, where another holds. */
    readonly lowByCountry: Readonly<Record<string, number>>;
    readonly high: number;
    /** Widest ratio of the upper to the lower end. */
    readonly widest: number;
  };
  /** The unit that an amount of so many units of about a dollar suggests, largest first; the last is for all that is smaller. */
  readonly unitsBySize: readonly { readonly unit: string; readonly from: number }[];
  /** Units of a currency for about one dollar, roughly: for the sizes above. */
  unitsPerDollar(currency: string): number;
  /** Units of a currency per US dollar in a month `YYYY-MM`, or null. */
  rate(currency: string, month: string): number | null;
  /** The currency that a shared sign means in a country with this currency of its own, or null where it is unclear. */
  currencyOfSign(family: string, own: string | null): string | null;
  /** Last day believed. */
  readonly today: string;
}

export interface EarlierImports {
  /** Parquet files of the table `pay` of the own market. */
  readonly pay: readonly string[];
  /** The same of the table `postings`. */
  readonly postings: readonly string[];
}

export interface DestinationOfImport {
  /** Existing folder that the tables' folders are made in. */
  readonly directory: string;
  /** Names the files. */
  readonly id: string;
  readonly source: string;
  readonly basis: 'posted' | 'paid';
}

export interface JudgedRows {
  readonly rows: number;
  /** Rows that nothing speaks against, repeats included. */
  readonly usable: number;
  readonly quarantined: number;
  /** Most frequent first. */
  readonly reasons: readonly Exclusion[];
}

export interface WrittenImport {
  readonly files: readonly WrittenFile[];
  readonly imported: number;
  readonly repeated: number;
  readonly period: { readonly from: string; readonly to: string } | null;
}

/** A row as it was judged, for a preview; text as stored, amounts as stated. */
export interface JudgedRow {
  readonly table: string;
  readonly row: number;
  readonly reason: string | null;
  readonly title: string | null;
  readonly role: string | null;
  readonly level: string | null;
  readonly employer: string | null;
  readonly country: string | null;
  readonly region: string | null;
  readonly currency: string | null;
  readonly unit: string | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly annualLow: number | null;
  readonly annualHigh: number | null;
  readonly date: string | null;
}

/** Says what is being done, with counts. */
export type SayStep = (message: string) => void;

/** The work on one import. Its methods are called in the order in which they stand here. */
export interface ImportDesk {
  /** Takes the distinct texts out of every table and has them read. @throws {UsageError} NOT_CLEAN_TEXT */
  read(readersOf: (table: TableToImport) => ImportReaders, say: SayStep): Promise<void>;
  /** Decides about every row. */
  judge(rules: ImportRules, say: SayStep): Promise<JudgedRows>;
  /** The judged rows, in order; only for tables with a limit. */
  preview(): Promise<JudgedRow[]>;
  /** Writes the rows set aside as CSV `row,reason,original`, safe to open in a spreadsheet. */
  writeQuarantine(path: string): Promise<void>;
  /** Removes repeats and writes the tables, flushed to disk. */
  write(destination: DestinationOfImport, earlier: EarlierImports, say: SayStep): Promise<WrittenImport>;
  close(): Promise<void>;
}

export interface ImportWorkshop {
  /** @param scratch existing folder for what does not fit in memory; null where everything is small */
  begin(tables: readonly TableToImport[], scratch: string | null): Promise<ImportDesk>;
  /** Closes every desk that is still open. */
  close(): Promise<void>;
}
