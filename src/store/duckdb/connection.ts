/** An in-memory DuckDB that never looks for extensions. */
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';

export interface EngineOptions {
  /** Threads the engine may use, at least 1. */
  readonly threads: number;
}

export interface Engine {
  connect(): Promise<DuckDBConnection>;
  close(): void;
}

/** Starts an engine. Insertion order is kept, so that files are read in the order in which they were written. */
export async function startEngine({ threads }: EngineOptions): Promise<Engine> {
  const instance = await DuckDBInstance.create(':memory:', {
    threads: String(threads),
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    preserve_insertion_order: 'true',
  });
  return { connect: () => instance.connect(), close: () => instance.closeSync() };
}

/**
 * Leaves a connection's engine nothing but the given files: no other file, no network, no change of settings.
 *
 * @param paths files it may read
 */
export async function restrictToFiles(connection: DuckDBConnection, paths: readonly string[]): Promise<void> {
  const allowed = paths.map((path) => `'${path.replaceAll("'", "''")}'`).join(', ');
  await connection.run(`SET allowed_paths = [${allowed}]`);
  await connection.run('SET enable_external_access = false');
  await connection.run('SET lock_configuration = true');
}

/** First line of whatever was thrown. */
export function firstLine(thrown: unknown): string {
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return message.split('\n', 1)[0] ?? '';
}
