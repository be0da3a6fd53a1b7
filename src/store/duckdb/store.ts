/** A market read in place by DuckDB: a public market, and a user's own data beside it. */
import { join, resolve } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { DomainError, GoingRateError, MarketError } from '../../core/errors.js';
import { storedColumn } from '../../query/dialect.js';
import { type Plan, type PlanRow, select } from '../../query/plan.js';
import { type ColumnDefinition, type ColumnName, TABLES, type TableName } from '../../query/tables.js';
import { RESTORE_MARKET, readManifest } from '../manifest.js';
import { verifyFiles } from '../market-files.js';
import { openOwnFiles, ownDamage } from '../own-files.js';
import type { OwnManifest } from '../own-manifest.js';
import { withOwnSource } from '../own-source.js';
import type { Manifest, Store } from '../port.js';
import { type Engine, firstLine, restrictToFiles, startEngine } from './connection.js';
import { duckdbDialect } from './dialect.js';
import {
  filesByTable,
  hasEmployer,
  joinedRelation,
  plainRelation,
  type Relation,
  type SharedEmployers,
  type TableFiles,
} from './relations.js';
import { type Cell, checkCells } from './types.js';

export interface StoreOptions {
  /** Version of the text engines the program carries; a market made by another one is refused. */
  readonly textVersion?: string;
  /** A user's own data to be read beside the market. */
  readonly own?: OwnMarket | undefined;
}

export interface OwnMarket {
  readonly directory: string;
  /**
   * The ids own data give to these employers, in order; asked once, before the first row with an employer is read.
   *
   * @param names of employers of the public market, as written there
   */
  readonly employerIds: (names: readonly string[]) => Promise<readonly number[]>;
}

/**
 * Opens a market. Every file is compared with the manifest's checksum before anything is read.
 *
 * With own data the rows of both come as one table, in its order; an own market that is not there, or empty, changes
 * nothing. A damaged one is refused, never left out in silence.
 *
 * @throws {MarketError} MARKET_MISSING | MARKET_DAMAGED | MARKET_VERSION | OWN_MARKET_DAMAGED | OWN_MARKET_VERSION
 * @example
 * const store = await openStore('market', { textVersion: TEXT_VERSION });
 * const rows = await store.read(select('exposure', ['soc', 'value']));
 */
export async function openStore(marketDirectory: string, options: StoreOptions = {}): Promise<Store> {
  const manifest = await readManifest(marketDirectory);
  requireVersion(manifest, marketDirectory, options.textVersion);
  const directory = resolve(marketDirectory);
  const ownDirectory = options.own === undefined ? null : resolve(options.own.directory);
  // One thread: only then do lists keep the order of the rows they are made from (see readColumns).
  const [engine, verified, opened] = await Promise.allSettled([
    startEngine({ threads: 1 }),
    verifyFiles(directory, manifest),
    ownDirectory === null ? null : openOwnFiles(ownDirectory, options.textVersion),
  ]);
  if (engine.status === 'rejected') throw engine.reason;
  for (const part of [verified, opened]) {
    if (part.status !== 'rejected') continue;
    engine.value.close();
    throw part.reason;
  }
  const own = opened.status === 'fulfilled' ? opened.value : null;
  const files = {
    shipped: filesByTable(manifest.files, ({ path }) => join(directory, path)),
    own: filesByTable(own?.files ?? [], ({ path }) => join(ownDirectory!, path)),
  };
  const connections = await Promise.all(Array.from({ length: READS_AT_ONCE }, () => engine.value.connect()));
  await restrictToFiles(connections[0]!, [...files.shipped.values(), ...files.own.values()].flat());
  const parts = { manifest, own, directory, files, engine: engine.value, connections };
  return new DuckDBStore({ ...parts, employerIds: options.own?.employerIds });
}

/**
 * A report asks for some twenty small reads, most of them at once, and a connection runs one after the other. Each read
 * stays on one thread.
 */
const READS_AT_ONCE = 2;

function requireVersion(manifest: Manifest, directory: string, textVersion: string | undefined): void {
  if (textVersion === undefined || manifest.textVersion === textVersion) return;
  throw new MarketError(
    'MARKET_VERSION',
    `The market in ${directory} was made by text engines ${manifest.textVersion}; this program has ${textVersion}.`,
    RESTORE_MARKET,
  );
}

interface OpenMarket {
  readonly manifest: Manifest;
  readonly own: OwnManifest | null;
  readonly directory: string;
  readonly files: { readonly shipped: TableFiles; readonly own: TableFiles };
  readonly engine: Engine;
  readonly connections: readonly DuckDBConnection[];
  readonly employerIds: OwnMarket['employerIds'] | undefined;
}

class DuckDBStore implements Store {
  readonly manifest: Manifest;
  readonly #market: OpenMarket;
  #shared: Promise<SharedEmployers> | undefined;
  /** Reads that run on each connection. */
  readonly #running: number[];
  #open = true;

  constructor(market: OpenMarket) {
    this.manifest = market.own === null ? market.manifest : withOwnSource(market.manifest, market.own);
    this.#market = market;
    this.#running = market.connections.map(() => 0);
  }

  async read<T extends TableName, C extends ColumnName<T>>(plan: Plan<T, C>): Promise<PlanRow<T, C>[]> {
    if (!this.#open) throw new DomainError('STORE_CLOSED', 'The store was read after it had been closed.');
    const relation = await this.#relationOf(plan.from);
    if (relation === null) {
      duckdbDialect.compile(plan, plan.from);
      return [];
    }
    try {
      return await this.#readFrom(relation, plan);
    } catch (thrown) {
      if (await this.#isOwnFault(plan, thrown)) {
        // What the engine says may quote a value of a private record.
        const fault = `the table ${plan.from} cannot be read`;
        throw ownDamage(fault, this.#onlyImport(plan.from), { cause: thrown });
      }
      throw this.#unreadable(plan.from, thrown);
    }
  }

  /** null where neither market has rows of the table. */
  async #relationOf(table: TableName): Promise<Relation | null> {
    const { shipped, own } = this.#pathsOf(table);
    if (shipped.length + own.length === 0) return null;
    if (own.length === 0 || !hasEmployer(table)) return plainRelation([...shipped, ...own]);
    this.#shared ??= this.#sharedEmployers();
    const shared = await this.#shared;
    return shared.size === 0 ? plainRelation([...shipped, ...own]) : joinedRelation({ shipped, own }, shared);
  }

  #pathsOf(table: TableName): { readonly shipped: readonly string[]; readonly own: readonly string[] } {
    const { shipped, own } = this.#market.files;
    return { shipped: shipped.get(table) ?? [], own: own.get(table) ?? [] };
  }

  /** The ids own data would give to the employers whom the public market names, to the ids they have there. */
  async #sharedEmployers(): Promise<SharedEmployers> {
    const { employerIds } = this.#market;
    const { shipped } = this.#pathsOf('employers');
    if (employerIds === undefined || shipped.length === 0) return new Map();
    const plan = select('employers', ['employer', 'name']);
    const rows = await this.#readFrom(plainRelation(shipped), plan).catch((thrown: unknown) => {
      throw this.#unreadable('employers', thrown);
    });
    const ids = await employerIds(rows.map(({ name }) => name));
    return new Map(rows.map(({ employer }, index): [number, number] => [ids[index]!, employer]));
  }

  #unreadable(table: TableName, thrown: unknown): GoingRateError {
    if (thrown instanceof GoingRateError) return thrown;
    const message = `The table ${table} of the market in ${this.#market.directory} cannot be read: ${firstLine(thrown)}`;
    return new MarketError('MARKET_UNREADABLE', message, RESTORE_MARKET, { cause: thrown });
  }

  /** Whether a read fails because of own files: the public ones alone then answer it. */
  async #isOwnFault<T extends TableName, C extends ColumnName<T>>(plan: Plan<T, C>, thrown: unknown): Promise<boolean> {
    const { shipped, own } = this.#pathsOf(plan.from);
    if (own.length === 0 || (thrown instanceof DomainError && thrown.code === 'INVALID_PLAN')) return false;
    if (shipped.length === 0) return true;
    return this.#readFrom(plainRelation(shipped), plan).then(
      () => true,
      () => false,
    );
  }

  /** The import a fault of the table must lie in, when it is the only one. */
  #onlyImport(table: TableName): string | null {
    const imports = new Set(this.#market.own?.files.flatMap((file) => (file.table === table ? [file.source] : [])));
    return imports.size === 1 ? [...imports][0]! : null;
  }

  async #readFrom<T extends TableName, C extends ColumnName<T>>(
    relation: Relation,
    plan: Plan<T, C>,
  ): Promise<PlanRow<T, C>[]> {
    const columns = [...new Set(plan.columns)];
    return toRows(columns, await this.#readColumns(relation, plan, columns)) as PlanRow<T, C>[];
  }

  /**
   * Values column by column. Each column arrives as one JSON list, which costs half of reading values one by one
   * through the engine's binding; real numbers are printed so that they are read back exactly.
   */
  async #readColumns<T extends TableName, C extends ColumnName<T>>(
    relation: Relation,
    plan: Plan<T, C>,
    columns: readonly C[],
  ): Promise<Cell[][]> {
    const { sql, parameters } = duckdbDialect.compile(plan, relation.sql);
    const bound = [...relation.parameters, ...parameters];
    const lists = columns.map((column) => `CAST(to_json(list(${storedColumn(column)})) AS VARCHAR)`);
    const chunk = await this.#onIdlest(async (connection) => {
      const result = await connection.run(
        `SELECT ${lists.join(', ')} FROM (${sql})`,
        bound.map(({ value }) => value),
        bound.map(({ type }) => type),
      );
      return result.fetchChunk();
    });
    const definitions: Readonly<Record<string, ColumnDefinition>> = TABLES[plan.from].columns;
    return columns.map((column, index) => {
      const list = chunk?.getColumnVector(index).getItem(0) as string | null | undefined;
      const values: Cell[] = (list && JSON.parse(list)) || [];
      checkCells(values, definitions[column]!, `${plan.from}.${column}`);
      return values;
    });
  }

  async #onIdlest<R>(read: (connection: DuckDBConnection) => Promise<R>): Promise<R> {
    const running = this.#running;
    const at = running.indexOf(Math.min(...running));
    running[at]! += 1;
    try {
      return await read(this.#market.connections[at]!);
    } finally {
      running[at]! -= 1;
    }
  }

  async close(): Promise<void> {
    if (!this.#open) return;
    this.#open = false;
    for (const connection of this.#market.connections) connection.closeSync();
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
