/** The texts of one table: collected, read, and made into look-ups. */
import type { DuckDBConnection } from '@duckdb/node-api';
import type { ImportReaders, ReadingName, SayStep, TableToImport } from '../../import-port.js';
import { appendReadings } from './append-readings.js';
import type { ReadTable } from './codes.js';
import { isLineTooLong } from './engine-failure.js';
import { gatherTexts, textsTable } from './gather-texts.js';
import { recordRelation } from './judged-rows.js';
import { isUnread, type LookUp, makeLookUp, makeRowLookUp, readTable } from './look-ups.js';
import { fieldColumn, type OpenTable, openTable } from './open-table.js';
import { type ReadingKeys, readingsOf } from './reading-keys.js';

/**
 * Rows that are looked through first. Files repeat their texts: where every text of the first rows stands there more
 * than once, the other rows hold hardly any others, and a whole pass over the file is saved. Rows with other texts are
 * found when they are judged.
 */
export const FIRST_ROWS = 2_000_000;

export interface Connections {
  readonly connection: DuckDBConnection;
  /** Appends while the other one streams. */
  readonly writer: DuckDBConnection;
  /** See `FIRST_ROWS`. */
  readonly firstRows: number;
}

export interface LookUps {
  readonly lookUps: ReadonlyMap<ReadingName, LookUp | null>;
  /** Conditions under which a row holds a text that was not read. */
  readonly unread: readonly string[];
}

export class TableReadings {
  readonly open: OpenTable;
  readonly #readings: readonly ReadingKeys[];
  readonly #readers: ImportReaders;
  readonly #connections: Connections;
  /** Texts of each reading that were read. */
  readonly #read = new Map<ReadingName, number>();
  #isComplete = false;

  private constructor(open: OpenTable, readers: ImportReaders, connections: Connections) {
    this.open = open;
    this.#readings = readingsOf(open);
    this.#readers = readers;
    this.#connections = connections;
  }

  /** Opens a table and looks through its first rows. */
  static async begin(
    table: TableToImport,
    {
      at,
      readers,
      connections,
    }: { readonly at: number; readonly readers: ImportReaders; readonly connections: Connections },
  ): Promise<TableReadings> {
    const opened = async (longLines: boolean) => {
      const open = await openTable(connections.connection, table, { at, longLines });
      const readings = new TableReadings(open, readers, connections);
      await readings.#gatherFirst();
      return readings;
    };
    try {
      return await opened(false);
    } catch (thrown) {
      if (!isLineTooLong(thrown)) throw thrown;
      return opened(true);
    }
  }

  async #gatherFirst(): Promise<void> {
    const { relation, table } = this.open;
    const { firstRows } = this.#connections;
    const small = table.limit !== null;
    const { rows, once } = await this.#gather(small ? relation : `(SELECT * FROM ${relation} LIMIT ${firstRows})`);
    const isWhole = small || rows < firstRows;
    if (!isWhole && once > 0) await this.#gather(relation);
    this.#isComplete = isWhole || once > 0;
  }

  #gather(relation: string) {
    return gatherTexts(this.#connections.connection, { open: this.open, readings: this.#readings, relation });
  }

  /** Collects the texts of judged rows that hold unread ones. */
  async gatherFrom(reason: number): Promise<void> {
    await this.#gather(recordRelation(this.open, reason));
  }

  /** Reads the texts that were collected and not read yet. */
  async readTexts(say: SayStep): Promise<void> {
    for (const reading of this.#readings) await this.#readTextsOf(reading, say);
  }

  async #readTextsOf(reading: ReadingKeys, say: SayStep): Promise<void> {
    const { connection, writer } = this.#connections;
    const { name } = reading;
    const before = this.#read.get(name) ?? 0;
    const count = await appendReadings(connection, writer, {
      name,
      texts: `SELECT * FROM ${textsTable(this.open, reading)} WHERE id > ${before}`,
      into: readTable(this.open, name),
      read: this.#readers[name] as ImportReaders['title'],
      onRead: countAloud(`different values (${name}) of ${this.open.table.name}`, say),
    } as Parameters<typeof appendReadings<'title'>>[2]);
    this.#read.set(name, before + count);
  }

  /** Reads the descriptions, row by row. */
  async readDescriptions(say: SayStep): Promise<void> {
    if (!this.hasDescriptions) return;
    const { connection, writer } = this.#connections;
    const text = fieldColumn('description');
    await appendReadings(connection, writer, {
      name: 'description',
      texts: `SELECT row, ${text} FROM ${this.open.relation} WHERE ${text} IS NOT NULL`,
      into: readTable(this.open, 'description'),
      read: this.#readers.description,
      onRead: countAloud(`texts of ${this.open.table.name}`, say),
    });
  }

  get hasDescriptions(): boolean {
    return this.open.table.fields.description !== undefined;
  }

  /** Tables that hold what the texts were read as. */
  get tables(): ReadTable[] {
    const names: ReadingName[] = this.#readings.map(({ name }) => name);
    if (this.hasDescriptions) names.push('description');
    return names.map((name) => ({ name, table: readTable(this.open, name) }));
  }

  /** Only after codes were given. */
  async lookUps(): Promise<LookUps> {
    const { connection } = this.#connections;
    const lookUps = new Map<ReadingName, LookUp | null>();
    for (const reading of this.#readings) lookUps.set(reading.name, await makeLookUp(connection, this.open, reading));
    const unread = this.#isComplete
      ? []
      : this.#readings.map((reading) => isUnread(reading, lookUps.get(reading.name) ?? null));
    if (this.hasDescriptions) lookUps.set('description', await makeRowLookUp(connection, this.open));
    return { lookUps, unread: unread.filter((condition) => condition !== 'false') };
  }
}

/** Says how far a long list has been read, ten times a second at most. */
function countAloud(what: string, say: SayStep): (count: number) => void {
  let last = performance.now();
  return (count) => {
    const now = performance.now();
    if (now - last < 100) return;
    last = now;
    say(`Reading ${what}: ${count.toLocaleString('en-US')}`);
  };
}
