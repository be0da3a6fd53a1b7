/** A Store that holds its rows in memory, for tests of what reads a market. It keeps the store contract. */
import { DomainError } from '../../src/core/errors.js';
import type { Condition, Plan, PlanRow } from '../../src/query/plan.js';
import {
  type ColumnDefinition,
  type ColumnName,
  type ColumnType,
  TABLES,
  type TableName,
} from '../../src/query/tables.js';
import type { Manifest, Store } from '../../src/store/port.js';
import type { MarketRows } from './store.contract.js';

type Row = Readonly<Record<string, unknown>>;

export interface MemoryStore extends Store {
  /** Plans answered so far, in order. */
  readonly plans: readonly Plan<TableName>[];
}

/** A store that holds exactly these rows. */
export function memoryStore(rows: MarketRows, manifest: Partial<Manifest> = {}): MemoryStore {
  const plans: Plan<TableName>[] = [];
  return {
    plans,
    manifest: {
      schema: 'goingrate.market/1',
      textVersion: 'test-1',
      asOf: '2026-04-15',
      sources: [],
      files: [],
      ...manifest,
    },
    async read<T extends TableName, C extends ColumnName<T>>(plan: Plan<T, C>): Promise<PlanRow<T, C>[]> {
      plans.push(plan as unknown as Plan<TableName>);
      return answer((rows[plan.from] ?? []) as readonly Row[], plan as unknown as Plan<TableName>) as PlanRow<T, C>[];
    },
    async close() {},
  };
}

function answer(rows: readonly Row[], plan: Plan<TableName>): Row[] {
  const { from, columns, where, limit } = plan;
  if (columns.length === 0) throw invalid(`${from} asks for no column`);
  for (const column of columns) definitionOf(from, column);
  if (limit !== undefined && !(Number.isSafeInteger(limit) && limit >= 0)) throw invalid(`${from} limited to ${limit}`);
  const tests = where.map((condition) => testOf(from, condition));
  const order = [...TABLES[from].sort, ...columns];
  return rows
    .filter((row) => tests.every((test) => test(row)))
    .sort((a, b) => order.reduce((sign, column) => sign || compare(a[column], b[column]), 0))
    .slice(0, limit)
    .map((row) => Object.fromEntries(columns.map((column) => [column, row[column]])));
}

/** Text that no column of a real store can hold. */
const UNSTORABLE = /[\0\uFEFF\p{Cs}]/u;

const HOLDS: Readonly<Record<ColumnType, (value: unknown) => boolean>> = {
  text: (value) => typeof value === 'string',
  integer: Number.isSafeInteger,
  real: Number.isFinite,
  boolean: (value) => typeof value === 'boolean',
  date: (value) => typeof value === 'string' && isDay(value),
};

function testOf(table: TableName, condition: Condition<TableName>): (row: Row) => boolean {
  const { column } = condition;
  const { type } = definitionOf(table, column);
  const check = <V>(value: V, as: ColumnType = type): V => {
    if (!HOLDS[as](value)) throw invalid(`${table}.${column} is compared with ${JSON.stringify(value)}`);
    return value;
  };
  const bound = <V>(value: V): V => check(value, type === 'integer' ? 'real' : type);
  if ('is' in condition) {
    const wanted = condition.is === null ? null : check(condition.is);
    return (row) => row[column] === wanted && !isUnstorable(wanted);
  }
  if ('in' in condition) {
    const wanted = new Set<unknown>(condition.in.map((value) => check(value)).filter((value) => !isUnstorable(value)));
    return (row) => wanted.has(row[column]);
  }
  if ('contains' in condition) {
    if (type !== 'text') throw invalid(`${table}.${column} is not text`);
    const part = check(condition.contains);
    return (row) => !isUnstorable(part) && typeof row[column] === 'string' && row[column].includes(part);
  }
  if ('atMost' in condition) {
    const most = bound(condition.atMost);
    return (row) => row[column] !== null && compare(row[column], most) <= 0;
  }
  if ('atLeast' in condition) {
    const least = bound(condition.atLeast);
    return (row) => row[column] !== null && compare(row[column], least) >= 0;
  }
  throw invalid(`${table}.${String(column)} has a condition of an unknown kind`);
}

function definitionOf(table: TableName, column: string): ColumnDefinition {
  const columns: Readonly<Record<string, ColumnDefinition>> = TABLES[table].columns;
  if (!Object.hasOwn(columns, column)) throw invalid(`${table} has no column ${JSON.stringify(column)}`);
  return columns[column]!;
}

/** Nulls first, text by its UTF-8 bytes, false before true. */
function compare(a: unknown, b: unknown): number {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? -1 : 1;
  if (typeof a === 'string' && typeof b === 'string') return Buffer.compare(Buffer.from(a), Buffer.from(b));
  return Number(a) - Number(b);
}

function isUnstorable(value: unknown): boolean {
  return typeof value === 'string' && UNSTORABLE.test(value);
}

function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

function invalid(fault: string): DomainError {
  return new DomainError('INVALID_PLAN', `${fault}.`);
}
