/** What a source must provide to become part of a market. */
import type { RowOf, TableName } from '../query/tables.js';
import type { Exclusion, ManifestSource } from '../store/port.js';
import type { RawReader } from './raw-reader.js';
import type { Readers } from './readers.js';

/**
 * A row as a connector gives it: without the source, which the build adds, and with an employer's key
 * (see `Readers.employerKey`), which the build turns into an integer id. Words of withheld titles are left out where
 * a source withholds none.
 */
export type DraftRow<T extends TableName> = Omit<RowOf<T>, 'source' | 'employer' | 'words'> &
  (T extends 'pay'
    ? { readonly employer: string | null; readonly words?: string | null }
    : T extends 'postings'
      ? { readonly employer: string | null }
      : T extends 'employers'
        ? { readonly employer: string }
        : unknown);

export type DraftTables = { readonly [T in TableName]?: readonly DraftRow<T>[] };

export interface SourceReading {
  readonly tables: DraftTables;
  /** Records in the publisher's files. */
  readonly rowsIn: number;
  /** Records, or groups of records, that stand in the market. */
  readonly rowsKept: number;
  /** rowsIn = rowsKept + the sum of the counts; the build asserts it. */
  readonly excluded: readonly Exclusion[];
  /** Newest date the data speak about, `YYYY-MM-DD`. */
  readonly newest: string;
  /** What the figures refer to, where that depends on the files read; else the vintage of the connector. */
  readonly vintage?: string;
}

export interface ReadContext {
  readonly raw: RawReader;
  /** Text engines, made from the reviewed lists and, for places, from the area source. */
  readonly readers: Readers;
  /** Rows of a table that sources earlier in the registry gave. */
  gathered<T extends TableName>(table: T): readonly DraftRow<T>[];
}

/** How a source is described in the manifest; its id names the files `<table>/<id>.parquet`. */
export interface SourceIdentity
  extends Pick<ManifestSource, 'id' | 'name' | 'publisher' | 'address' | 'licence' | 'attribution' | 'vintage'> {
  /** What was changed on the way into the market, as licences ask to state. */
  readonly modifications: string;
}

/** One file of a publisher, and the name under which `parse` reads it. */
export interface Download {
  /** Official address, https. */
  readonly address: string;
  /** Below the folder of raw sources: `<folder>/<file>`. */
  readonly path: string;
  /** What the bytes must be: an error page that comes as HTML is refused. */
  readonly type: 'text' | 'json' | 'gzip' | 'zip' | 'xlsx' | 'parquet';
  /** Largest size believed. */
  readonly maxBytes: number;
  /** For files that never change, such as a pinned release. */
  readonly sha256?: string;
  /** The file is this member of the zip archive at the address; several downloads may share one archive. */
  readonly member?: string | RegExp;
  /** True for files that their publisher opens and closes, such as career boards: one that is gone is left out. */
  readonly comesAndGoes?: boolean;
  /** Further hosts the publisher sends to (a redirect to a storage host). */
  readonly redirects?: readonly string[];
}

export interface Connector extends SourceIdentity {
  /** False for sources whose terms are not verified: they are read on a user's machine only. */
  readonly ships: boolean;
  /** How often the publisher brings out new figures, in words. */
  readonly cadence: string;
  /** Files to fetch; empty where the publisher offers none to programs, then `obtain` says how to get them. */
  readonly downloads: readonly Download[];
  /** One sentence: what to download by hand from where, and into which folder. */
  readonly obtain: string;
  /** Ids of the sources whose rows are asked for through `gathered` or `readers`. */
  readonly after?: readonly string[];
  /** @throws {SourceError} when a file or column is missing or a value is not what the publisher documents. */
  read(context: ReadContext): Promise<SourceReading>;
}
