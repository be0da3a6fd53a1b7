/** Reads one source and accounts for its rows and files. */
import { DomainError } from '../core/errors.js';
import type { ManifestSource } from '../store/port.js';
import type { Connector, SourceReading } from './connector.js';
import type { GatheredRows } from './gathered-rows.js';
import { locatedFault } from './located-fault.js';
import type { RawReader } from './raw-reader.js';
import type { Readers } from './readers.js';

export interface ReadSource {
  readonly connector: Connector;
  readonly reading: SourceReading;
  /** Its entry in the manifest. */
  readonly source: ManifestSource;
  /** Distinct column names of its files, sorted. */
  readonly columns: readonly string[];
}

export interface SourceContext {
  readonly raw: RawReader;
  readonly readers: Readers;
  readonly gathered: GatheredRows;
}

/**
 * Reads a source; its rows can be asked for by those read after it.
 *
 * @throws {SourceError} when a file or column is missing or holds what the publisher does not document; a value that
 * is not known is named with its file and row
 */
export async function readSource(connector: Connector, context: SourceContext): Promise<ReadSource> {
  const { raw, readers, gathered } = context;
  let reading: SourceReading;
  try {
    reading = await connector.read({ raw, readers, gathered: gathered.for(connector) });
  } catch (failure) {
    throw await locatedFault(failure, raw);
  }
  gathered.add(connector.id, reading.tables);
  return { connector, reading, source: await entryOf(connector, reading, raw), columns: raw.takeColumns() };
}

async function entryOf(connector: Connector, reading: SourceReading, raw: RawReader): Promise<ManifestSource> {
  const { rowsIn, rowsKept, excluded, newest } = reading;
  const accounted = excluded.reduce((sum, { count }) => sum + count, rowsKept);
  if (accounted !== rowsIn) {
    throw new DomainError('ROWS_UNACCOUNTED', `${connector.id} read ${rowsIn} rows but accounts for ${accounted}.`);
  }
  const { id, name, publisher, address, licence, attribution } = connector;
  const vintage = reading.vintage ?? connector.vintage;
  const inputs = await raw.takeInputs();
  return { id, name, publisher, address, licence, attribution, vintage, newest, rowsIn, rowsKept, excluded, inputs };
}
