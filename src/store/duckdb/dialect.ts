/** DuckDB's SQL for a plan. */
import type { DuckDBType, DuckDBValue } from '@duckdb/node-api';
import { DomainError } from '../../core/errors.js';
import { type Dialect, type Statement, storedColumn } from '../../query/dialect.js';
import type { Condition, Plan } from '../../query/plan.js';
import { type ColumnDefinition, type ColumnName, TABLES, type TableName } from '../../query/tables.js';
import { isStorableText, TYPE_RULES } from './types.js';

export interface BoundValue {
  readonly value: DuckDBValue;
  readonly type: DuckDBType;
}

type Bound = Statement<BoundValue>;

/** Nothing that a column can hold meets the condition. */
const NEVER: Bound = { sql: 'false', parameters: [] };

/**
 * Compiles plans to a SELECT with `?` placeholders. Rows come in the table's sort order (nulls first); where that
 * leaves ties, the wanted columns decide, so that a limit always keeps the same rows.
 *
 * @example
 * duckdbDialect.compile(select('exposure', ['value'], [{ column: 'soc', is: '15-2051' }]), 'exposure').sql
 * // SELECT value FROM exposure WHERE soc = ? ORDER BY measure NULLS FIRST, soc NULLS FIRST, value NULLS FIRST
 */
export const duckdbDialect: Dialect<BoundValue> = {
  compile<T extends TableName, C extends ColumnName<T>>(plan: Plan<T, C>, relation: string): Bound {
    if (plan.columns.length === 0) throw invalid(plan.from, 'asks for no column');
    for (const column of plan.columns) definitionOf(plan.from, column);
    const conditions = plan.where.map((condition) => compileCondition(plan.from, condition));
    const order = [...new Set<string>([...TABLES[plan.from].sort, ...plan.columns])];
    const clauses = [
      `SELECT ${[...new Set(plan.columns)].map(storedColumn).join(', ')}`,
      `FROM ${relation}`,
      ...(conditions.length === 0 ? [] : [`WHERE ${conditions.map(({ sql }) => sql).join(' AND ')}`]),
      `ORDER BY ${order.map((column) => `${storedColumn(column)} NULLS FIRST`).join(', ')}`,
      ...(plan.limit === undefined ? [] : [`LIMIT ${limitOf(plan.from, plan.limit)}`]),
    ];
    return { sql: clauses.join(' '), parameters: conditions.flatMap(({ parameters }) => parameters) };
  },
};

function compileCondition<T extends TableName>(table: T, condition: Condition<T>): Bound {
  const name = `${table}.${condition.column}`;
  const definition = definitionOf(table, condition.column);
  const column = storedColumn(condition.column);
  if ('is' in condition) {
    if (condition.is === null) return { sql: `${column} IS NULL`, parameters: [] };
    return oneOf(column, bind(definition, [condition.is], name));
  }
  if ('in' in condition) return oneOf(column, bind(definition, condition.in, name));
  if ('contains' in condition) {
    if (definition.type !== 'text') throw invalid(name, 'is not text, so it contains nothing');
    const [value] = bind(definition, [condition.contains], name);
    return value ? { sql: `contains(${column}, ?)`, parameters: [value] } : NEVER;
  }
  const [bound, operator] =
    'atMost' in condition ? [condition.atMost, '<='] : 'atLeast' in condition ? [condition.atLeast, '>='] : [];
  if (bound === undefined) throw invalid(name, 'has a condition of an unknown kind');
  const [value] = bind(boundDefinition(definition), [bound], name);
  if (!value) throw invalid(name, `cannot be compared with ${JSON.stringify(bound)}`);
  return { sql: `${column} ${operator} ?`, parameters: [value] };
}

/** Whole numbers may be compared with fractions. */
function boundDefinition(definition: ColumnDefinition): ColumnDefinition {
  return definition.type === 'integer' ? { type: 'real' } : definition;
}

function oneOf(column: string, values: readonly BoundValue[]): Bound {
  if (values.length === 0) return NEVER;
  if (values.length === 1) return { sql: `${column} = ?`, parameters: values };
  return { sql: `${column} IN (${values.map(() => '?').join(', ')})`, parameters: values };
}

/** Text that no column can hold is left out: it equals nothing. Any other misfit is a fault of the plan. */
function bind(definition: ColumnDefinition, values: readonly unknown[], name: string): BoundValue[] {
  const rule = TYPE_RULES[definition.type];
  return values.flatMap((value) => {
    const encoded = rule.encode(value);
    if (encoded !== undefined) return [{ value: encoded, type: rule.stored }];
    if (definition.type === 'text' && typeof value === 'string' && !isStorableText(value)) return [];
    throw invalid(name, `is compared with ${JSON.stringify(value)}: expected ${rule.expected}`);
  });
}

function definitionOf(table: TableName, column: string): ColumnDefinition {
  const columns: Readonly<Record<string, ColumnDefinition>> = TABLES[table].columns;
  const definition = Object.hasOwn(columns, column) ? columns[column] : undefined;
  if (!definition) throw invalid(table, `has no column ${JSON.stringify(column)}`);
  return definition;
}

function limitOf(table: TableName, limit: number): number {
  if (!Number.isSafeInteger(limit) || limit < 0) throw invalid(table, `cannot be limited to ${limit} rows`);
  return limit;
}

function invalid(name: string, fault: string): DomainError {
  return new DomainError('INVALID_PLAN', `${name} ${fault}.`);
}
