/** The work on one import, step by step. */
import type { DuckDBConnection } from '@duckdb/node-api';
import { DomainError } from '../../../core/errors.js';
import type {
  DestinationOfImport,
  EarlierImports,
  ImportDesk,
  ImportReaders,
  ImportRules,
  JudgedRow,
  JudgedRows,
  SayStep,
  TableToImport,
  WrittenImport,
} from '../../import-port.js';
import type { WrittenFile } from '../../port.js';
import type { Engine } from '../connection.js';
import { makeNames } from './cell-names.js';
import { makeEarlier } from './earlier-rows.js';
import { importFailure, unreadable } from './engine-failure.js';
import { writeEmployers, writePay, writePostings, writtenRows } from './import-tables.js';
import { hasSkills } from './judge-context.js';
import { judgeRows } from './judge-rows.js';
import { judgedTable } from './judged-rows.js';
import { makeKept, makeUsable } from './kept-rows.js';
import type { OpenTable } from './open-table.js';
import { keyPart } from './packed-row.js';
import { previewRows } from './preview-rows.js';
import { copyQuarantine, makeQuarantined, reasonCounts } from './quarantined-rows.js';
import { type Connections, TableReadings } from './table-readings.js';

export interface DeskOptions extends Connections {
  readonly engine: Engine;
  readonly tables: readonly TableToImport[];
  readonly onClose: () => void;
}

export class DuckDBImportDesk implements ImportDesk {
  readonly #options: DeskOptions;
  readonly #connection: DuckDBConnection;
  #tables: readonly TableReadings[] = [];
  #rules: ImportRules | null = null;
  #usable = 0;
  #closed = false;

  constructor(options: DeskOptions) {
    this.#options = options;
    this.#connection = options.connection;
  }

  read(readersOf: (table: TableToImport) => ImportReaders, say: SayStep): Promise<void> {
    return guarded(async () => {
      const tables: TableReadings[] = [];
      for (const [at, table] of this.#options.tables.entries()) {
        say(`Looking through ${table.name}`);
        const options = { at, readers: readersOf(table), connections: this.#options };
        const readings = await TableReadings.begin(table, options).catch((thrown) => {
          throw unreadable(table.name, thrown);
        });
        await readings.readTexts(say);
        await readings.readDescriptions(say);
        tables.push(readings);
      }
      this.#tables = tables;
    });
  }

  judge(rules: ImportRules, say: SayStep): Promise<JudgedRows> {
    return guarded(async () => {
      this.#rules = rules;
      await judgeRows(this.#connection, { tables: this.#tables, rules, say });
      await makeQuarantined(this.#connection, this.#opened());
      return this.#count();
    });
  }

  preview(): Promise<JudgedRow[]> {
    const { unitsPerYear } = this.#judgedBy();
    return guarded(() => previewRows(this.#connection, { tables: this.#opened(), unitsPerYear }));
  }

  writeQuarantine(path: string): Promise<void> {
    return guarded(() => copyQuarantine(this.#connection, this.#opened(), path));
  }

  write(destination: DestinationOfImport, earlier: EarlierImports, say: SayStep): Promise<WrittenImport> {
    return guarded(async () => {
      const { kind, unitsPerYear } = this.#judgedBy();
      const connection = this.#connection;
      say(`Looking for repeats among ${this.#usable.toLocaleString('en-US')} rows`);
      await makeUsable(connection, this.#opened());
      const hasEarlier = await makeEarlier(connection, earlier, destination.basis);
      const repeated = await makeKept(connection, { kind, hasEarlier });
      say('Sorting and writing');
      await makeNames(connection);
      const rows = { destination, unitsPerYear };
      const withSkills = kind === 'advertised' && this.#opened().some(hasSkills);
      const pay = await writePay(connection, rows, repeated);
      const postings = withSkills ? await writePostings(connection, rows) : null;
      const written = [pay, postings].filter((file) => file !== null);
      const names = this.#tables.flatMap(({ tables }) => tables.filter(({ name }) => name === 'employer'));
      const readings = names.map(({ table }) => table);
      const employers = await writeEmployers(connection, destination, { readings, written });
      const files = employers === null ? written : [...written, employers];
      const unpaid = withSkills ? await this.#number(`SELECT count(*) FROM kept WHERE ${keyPart('currency')} = 0`) : 0;
      const imported = (pay?.rows ?? 0) + unpaid;
      const period = await this.#period(destination, written);
      return { files, imported, repeated: this.#usable - imported, period };
    });
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    this.#options.writer.closeSync();
    this.#connection.closeSync();
    this.#options.engine.close();
    this.#options.onClose();
  }

  #judgedBy(): ImportRules {
    if (this.#rules === null) throw new DomainError('NOT_JUDGED', 'Rows were asked for before they were judged.');
    return this.#rules;
  }

  #opened(): OpenTable[] {
    return this.#tables.map(({ open }) => open);
  }

  async #count(): Promise<JudgedRows> {
    const reasons = await reasonCounts(this.#connection);
    const quarantined = reasons.reduce((sum, { count }) => sum + count, 0);
    const judged = this.#opened().map((open) => `SELECT count(*) FILTER (reason = 0) AS n FROM ${judgedTable(open)}`);
    this.#usable = await this.#number(`SELECT sum(n) FROM (${judged.join(' UNION ALL ')})`);
    return { rows: this.#usable + quarantined, usable: this.#usable, quarantined, reasons };
  }

  async #period(destination: DestinationOfImport, written: readonly WrittenFile[]): Promise<WrittenImport['period']> {
    if (written.length === 0) return null;
    const rows = writtenRows('seen_from, seen_to', { destination, written });
    const result = await this.#connection.runAndReadAll(
      `SELECT min(seen_from)::VARCHAR, max(seen_to)::VARCHAR FROM (${rows})`,
    );
    const [from, to] = result.getRows()[0] as [string, string];
    return { from, to };
  }

  async #number(statement: string): Promise<number> {
    const result = await this.#connection.runAndReadAll(statement);
    return Number(result.value(0, 0) ?? 0);
  }
}

async function guarded<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (thrown) {
    throw importFailure(thrown);
  }
}
