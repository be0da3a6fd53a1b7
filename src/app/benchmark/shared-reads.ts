/** A store for many small questions: parts of tables asked for again and again are read once and looked up in memory. */
import { type Recent, recent } from '../../core/recent.js';
import type { Condition, Plan, PlanRow } from '../../query/plan.js';
import { type ColumnName, TABLES, type TableName } from '../../query/tables.js';
import type { Store } from '../../store/port.js';
import { rememberingStore } from '../remembering-store.js';

/**
 * Columns that many questions differ in, by table: the rest of their condition names a part worth keeping. The survey
 * is kept by place.
 */
const LOOKED_UP: Readonly<Partial<Record<TableName, readonly string[]>>> = {
  official: ['soc'],
  pay: ['title', 'soc'],
  earnings: ['code'],
  occupationTitles: ['title'],
  occupationMatches: ['soc'],
};
const APART: Readonly<Partial<Record<TableName, string>>> = { official: 'place' };

const ONE_BY_ONE = 3;

/** Parts kept: every state of the survey, and pay by title and by occupation. */
const PARTS_KEPT = 72;
const ANSWERS_KEPT = 256;

type Row = Readonly<Record<string, unknown>>;
type Lookup = ReadonlyMap<unknown, readonly Row[]>;
type AnyPlan = Plan<TableName, ColumnName<TableName>>;
type AnyCondition = Condition<TableName>;

/**
 * Wraps a store; every answer is the one the store itself would give, in the same order.
 *
 * @param oneByOne questions of one kind that are asked as they are, before whole parts are read
 */
export function sharedReads(inner: Store, oneByOne: number = ONE_BY_ONE): Store {
  const store = rememberingStore(inner, ANSWERS_KEPT);
  const parts = { asked: new Map<string, number>(), kept: recent<Lookup>(PARTS_KEPT) };
  return {
    manifest: store.manifest,
    async read<T extends TableName, C extends ColumnName<T>>(plan: Plan<T, C>): Promise<PlanRow<T, C>[]> {
      const split = splitPlan(plan as unknown as AnyPlan);
      if (split === null || countAsked(plan as unknown as AnyPlan, split, parts.asked) <= oneByOne)
        return store.read(plan);
      const rows = await Promise.all(split.parts.map((part) => lookUp(inner, parts.kept, { part, split })));
      const found = split.mixed ? inOrder(rows.flat(), plan as unknown as AnyPlan) : rows.flat();
      return withColumns(found, plan.columns, split) as unknown as PlanRow<T, C>[];
    },
    close: () => inner.close(),
  };
}

interface SplitPlan {
  readonly column: string;
  readonly values: readonly unknown[];
  /** Plans of the parts that hold the answer, without the condition that is looked up. */
  readonly parts: readonly AnyPlan[];
  /** Whether the answer is put together from several lookups. */
  readonly mixed: boolean;
}

/** null for a plan that names no value to look up. */
function splitPlan(plan: AnyPlan): SplitPlan | null {
  const condition = plan.where.find(
    (entry) => LOOKED_UP[plan.from]?.includes(entry.column) && valuesOf(entry) !== null,
  );
  if (condition === undefined || plan.limit !== undefined) return null;
  const rest = plan.where.filter((entry) => entry !== condition);
  const apart = rest.find((entry) => entry.column === APART[plan.from]);
  const wheres = (apart === undefined ? null : valuesOf(apart))?.map((is) =>
    rest.map((entry) => (entry === apart ? ({ column: entry.column, is } as AnyCondition) : entry)),
  ) ?? [rest];
  const values = [...new Set(valuesOf(condition))];
  const mixed = values.length * wheres.length > 1;
  const sort = TABLES[plan.from].sort as readonly ColumnName<TableName>[];
  const columns = [...new Set([...plan.columns, condition.column, ...(mixed ? sort : [])])];
  return { column: condition.column, values, parts: wheres.map((where) => ({ ...plan, columns, where })), mixed };
}

function valuesOf(condition: AnyCondition): readonly unknown[] | null {
  if ('in' in condition) return condition.in;
  return 'is' in condition ? [condition.is] : null;
}

/** How often a question of this kind was asked, this time included. */
function countAsked(plan: AnyPlan, { column }: SplitPlan, asked: Map<string, number>): number {
  const fixed = plan.where.filter((entry) => entry.column !== column && 'is' in entry);
  const key = JSON.stringify([plan.from, column, fixed]);
  const count = (asked.get(key) ?? 0) + 1;
  asked.set(key, count);
  return count;
}

async function lookUp(
  store: Store,
  kept: Recent<Lookup>,
  { part, split }: { readonly part: AnyPlan; readonly split: SplitPlan },
): Promise<Row[]> {
  const lookup = await kept.get(JSON.stringify(part), async () => indexBy(await store.read(part), split.column));
  return split.values.flatMap((value) => lookup.get(value) ?? []);
}

function indexBy(rows: readonly Row[], column: string): Lookup {
  const index = new Map<unknown, Row[]>();
  for (const row of rows) {
    const list = index.get(row[column]);
    if (list === undefined) index.set(row[column], [row]);
    else list.push(row);
  }
  return index;
}

/** Rows with the columns that were asked for and no others. */
function withColumns(rows: readonly Row[], columns: readonly string[], { parts }: SplitPlan): readonly Row[] {
  if (parts.every((part) => part.columns.length === new Set(columns).size)) return rows;
  return rows.map((row) => Object.fromEntries(columns.map((column) => [column, row[column]])));
}

/** The order in which the store gives rows: sorted by the table's columns, absent values first. */
function inOrder(rows: Row[], plan: AnyPlan): Row[] {
  const columns = [...new Set<string>([...TABLES[plan.from].sort, ...plan.columns])];
  return rows.sort((a, b) => {
    for (const column of columns) {
      const [left, right] = [a[column] as string | number | null, b[column] as string | number | null];
      if (left === right) continue;
      if (left === null || right === null) return left === null ? -1 : 1;
      return left < right ? -1 : 1;
    }
    return 0;
  });
}
