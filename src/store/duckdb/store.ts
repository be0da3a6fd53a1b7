/** A market directory read in place by DuckDB. */
import { join, resolve } from 'node:path';
import { type DuckDBConnection, LIST, listValue, VARCHAR } from '@duckdb/node-api';
import { DomainError, GoingRateError, MarketError } from '../../core/errors.js';
import { storedColumn } from '../../query/dialect.js';
import type { Plan, PlanRow } from '../../query/plan.js';
import { type ColumnDefinition, type ColumnName, TABLES, type TableName } from '../../query/tables.js';
import { RESTORE_MARKET, readManifest } from '../manifest.js';
import { verifyFiles } from '../market-files.js';
import type { Manifest, Store } from '../port.js';
import { type Engine, firstLine, restrictToFiles, startEngine } from './connection.js';
import { duckdbDialect } from './dialect.js';
import { type Cell, checkCells } from './types.js';

export interface StoreOptions {
  /** Version of the text engines the program carries; a market made by another one is refused. */
  readonly textVersion?: string;
}

/**
 * Opens a market. Every file is compared with the manifest's checksum before anything is read.
 *
 * @throws {MarketError} MARKET_MISSING | MARKET_DAMAGED | MARKET_VERSION
 * @example
 * const store = await openStore('market', { textVersion: TEXT_VERSION });
 * const rows = await store.read(select('exposure', ['soc', 'value']));
 */
export async function openStore(marketDirectory: string, { textVersion }: StoreOptions = {}): Promise<Store> {
  const manifest = await readManifest(marketDirectory);
  if (textVersion !== undefined && manifest.textVersion !== textVersion) {
    throw new MarketError(
      'MARKET_VERSION',
      `The market in ${marketDirectory} was made by text engines ${manifest.textVersion}; this program has ${textVersion}.`,
      RESTORE_MARKET,
    );
  }
  const directory = resolve(marketDirectory);
  // One thread: only then do lists keep the order of the rows they are made from (see readColumns).
  const [engine, verified] = await Promise.allSettled([startEngine({ threads: 1 }), verifyFiles(directory, manifest)]);
  if (engine.status === 'rejected') throw engine.reason;
  if (verified.status === 'rejected') {
    engine.value.close();
    throw verified.reason;
  }
  const connection = await engine.value.connect();
  const paths = manifest.files.map(({ path }) => join(directory, path));
  await restrictToFiles(connection, paths);
  return new DuckDBStore({ manifest, directory, engine: engine.value, connection });
}

interface OpenMarket {
  readonly manifest: Manifest;
  readonly directory: string;
  readonly engine: Engine;
  readonly connection: DuckDBConnection;
}

class DuckDBStore implements Store {
  readonly manifest: Manifest;
  readonly #market: OpenMarket;
  #open = true;

  constructor(market: OpenMarket) {
    this.manifest = market.manifest;
    this.#market = market;
  }

  async read<T extends TableName, C extends ColumnName<T>>(plan: Plan<T, C>): Promise<PlanRow<T, C>[]> {
    if (!this.#open) throw new DomainError('STORE_CLOSED', 'The store was read after it had been closed.');
    try {
      const columns = [...new Set(plan.columns)];
      return toRows(columns, await this.#readColumns(plan, columns)) as PlanRow<T, C>[];
    } catch (thrown) {
      if (thrown instanceof GoingRateError) throw thrown;
      const message = `The table ${plan.from} of the market in ${this.#market.directory} cannot be read: ${firstLine(thrown)}`;
      throw new MarketError('MARKET_UNREADABLE', message, RESTORE_MARKET, { cause: thrown });
    }
  }

  /**
   * Values column by column. Each column arrives as one JSON list, which costs half of reading values one by one
   * through the engine's binding; real numbers are printed so that they are read back exactly.
   */
  async #readColumns<T extends TableName, C extends ColumnName<T>>(
    plan: Plan<T, C>,
    columns: readonly C[],
  ): Promise<Cell[][]> {
    const { sql, parameters } = duckdbDialect.compile(plan, 'read_parquet(?)');
    const files = this.manifest.files.filter(({ table }) => table === plan.from);
    if (files.length === 0) return [];
    const paths = listValue(files.map(({ path }) => join(this.#market.directory, path)));
    const lists = columns.map((column) => `CAST(to_json(list(${storedColumn(column)})) AS VARCHAR)`);
    const result = await this.#market.connection.run(
      `SELECT ${lists.join(', ')} FROM (${sql})`,
      [paths, ...parameters.map(({ value }) => value)],
      [LIST(VARCHAR), ...parameters.map(({ type }) => type)],
    );
    const chunk = await result.fetchChunk();
    const definitions: Readonly<Record<string, ColumnDefinition>> = TABLES[plan.from].columns;
    return columns.map((column, index) => {
      const list = chunk?.getColumnVector(index).getItem(0) as string | null | undefined;
      const values: Cell[] = (list && JSON.parse(list)) || [];
      checkCells(values, definitions[column]!, `${plan.from}.${column}`);
      return values;
    });
  }

  async close(): Promise<void> {
    if (!this.#open) return;
    this.#open = false;
    this.#market.connection.closeSync();
    this.#market.engine.close();
  }
}

function toRows(columns: readonly string[], values: readonly (readonly Cell[])[]): Record<string, Cell>[] {
  const count = values[0]?.length ?? 0;
  const rows = new Array<Record<string, Cell>>(count);
  for (let row = 0; row < count; row++) {
    const record: Record<string, Cell> = {};
    for (let column = 0; column < columns.length; column++) record[columns[column]!] = values[column]![row]!;
    rows[row] = record;
  }
  return rows;
}
