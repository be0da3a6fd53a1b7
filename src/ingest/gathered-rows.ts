/** Rows of the sources of a market while others are read. */
import { DomainError } from '../core/errors.js';
import type { TableName } from '../query/tables.js';
import type { Connector, DraftRow, DraftTables, ReadContext } from './connector.js';

export class GatheredRows {
  readonly #tables = new Map<string, DraftTables>();

  /** Adds the rows of a source, or puts them in the place of earlier ones. */
  add(source: string, tables: DraftTables): void {
    this.#tables.set(source, tables);
  }

  /**
   * What a connector may ask for: rows of the sources that its `after` names.
   *
   * @throws {DomainError} UNDECLARED_SOURCE when none of them gave rows of the table asked for
   */
  for({ id, after = [] }: Pick<Connector, 'id' | 'after'>): ReadContext['gathered'] {
    return (table) => {
      const rows = this.#rowsOf(table, after);
      if (rows === null) {
        const message = `The source ${id} asks for rows of ${table}, which none of the sources in its \`after\` gave.`;
        throw new DomainError('UNDECLARED_SOURCE', message);
      }
      return rows;
    };
  }

  /**
   * Rows of a table from all sources.
   *
   * @throws {DomainError} UNDECLARED_SOURCE when no source gave any
   */
  all<T extends TableName>(table: T): readonly DraftRow<T>[] {
    const rows = this.#rowsOf(table, [...this.#tables.keys()]);
    if (rows !== null) return rows;
    throw new DomainError('UNDECLARED_SOURCE', `No source read so far gave rows of ${table}.`);
  }

  #rowsOf<T extends TableName>(table: T, sources: readonly string[]): readonly DraftRow<T>[] | null {
    const parts = sources.map((source) => this.#tables.get(source)?.[table] as readonly DraftRow<T>[] | undefined);
    const given = parts.filter((part) => part !== undefined);
    return given.length === 0 ? null : given.flat();
  }
}
