/** What a source must provide to become part of a market. */
import type { RowOf, TableName } from '../query/tables.js';
import type { Exclusion, ManifestSource } from '../store/port.js';
import type { RawReader } from './raw-reader.js';
import type { Readers } from './readers.js';

/**
 * A row as a connector gives it: without the source, which the build adds, and with an employer's key
 * (see `Readers.employerKey`), which the build turns into an integer id.
 */
export type DraftRow<T extends TableName> = Omit<RowOf<T>, 'source' | 'employer'> &
  (T extends 'pay'
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

export interface Connector extends SourceIdentity {
  /** @throws {SourceError} when a file or column is missing or a value is not what the publisher documents. */
  read(context: ReadContext): Promise<SourceReading>;
}
