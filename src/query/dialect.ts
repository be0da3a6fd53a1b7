/**
 * How a plan becomes text in an engine's own language, and the one place where the names of stored columns
 * and folders are decided.
 */
import type { Plan } from './plan.js';
import type { ColumnName, TableName } from './tables.js';

/** A statement and the values bound to its placeholders, in order, in the engine's own form. */
export interface Statement<Parameter> {
  readonly sql: string;
  readonly parameters: readonly Parameter[];
}

/** Compiles plans for one engine. Values are always parameters; identifiers come from `TABLES` alone. */
export interface Dialect<Parameter> {
  /**
   * @param relation what the plan reads from, already in the engine's language (a table or a table function)
   * @throws {DomainError} INVALID_PLAN when a column, a value or the limit does not fit the table
   */
  compile<T extends TableName, C extends ColumnName<T>>(plan: Plan<T, C>, relation: string): Statement<Parameter>;
}

/**
 * Name of a column in stored files: snake_case of the name in `TABLES`.
 *
 * @example storedColumn('jobsRsePercent') // 'jobs_rse_percent'
 */
export function storedColumn(column: string): string {
  return column.replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`);
}

/**
 * Folder of a table below the market directory: kebab-case of the name in `TABLES`.
 *
 * @example tableFolder('exchangeRates') // 'exchange-rates'
 */
export function tableFolder(table: TableName): string {
  return table.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`);
}
