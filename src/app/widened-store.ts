/**
 * A store for many questions in a row: what neighbouring questions read piece by piece is read once, more widely, and
 * the pieces are picked out in memory. Rows and their order are those of the plan asked.
 */
import { recent } from '../core/recent.js';
import { type Condition, type Plan, type PlanRow, select } from '../query/plan.js';
import { type ColumnName, TABLES, type TableName } from '../query/tables.js';
import type { Store } from '../store/port.js';

/**
 * Conditions that stay with the engine, by the table they are on; all others are checked here. Tables that are not
 * named are read as asked.
 */
const KEPT: Readonly<Partial<Record<TableName, readonly string[]>>> = {
  earnings: ['place'],
  employers: [],
  occupationMatches: [],
  occupations: [],
  occupationTitles: [],
  official: ['soc'],
  postings: ['readFrom'],
  priceLevels: [],
  projections: [],
  software: [],
};

/** The largest table is read by what sets the fewest of its rows apart; the first of these that a plan is on decides. */
const KEPT_OF_PAY: readonly (readonly string[])[] = [['unit', 'basis'], ['role'], ['soc', 'basis'], ['title', 'basis']];

/** Answers kept: they share their rows with the wide reads. */
const ANSWERS = 1024;
/** Wide reads kept; a large one holds some megabytes. */
const WIDE_READS = 256;
/** Official tables are read by occupation; after so many reads the whole one costs less than the next ones. */
const OCCUPATION_READS = 24;

const ALL_OFFICIAL = Object.keys(TABLES.official.columns).length;

type AnyRow = Readonly<Record<string, unknown>>;
type AnyCondition = Condition<TableName>;

/** Wraps a store that answers many related questions. */
export function widenedStore(store: Store): Store {
  const answers = recent<unknown>(ANSWERS);
  const reads = recent<readonly AnyRow[]>(WIDE_READS);
  const official = officialByOccupation(store);
  const wide = (plan: Plan<TableName>): Promise<readonly AnyRow[]> =>
    reads.get(JSON.stringify(plan), () => store.read(plan) as Promise<AnyRow[]>);

  const answer = async (plan: Plan<TableName>): Promise<readonly AnyRow[]> => {
    const kept = keptOf(plan);
    if (kept === undefined) return wide(plan);
    const rest = plan.where.filter(({ column }) => !kept.includes(column));
    if (plan.from === 'official') {
      const rows = await official(plan);
      if (rows !== null) return project(rows.filter(meeting(rest)), plan.columns, plan.columns.length < ALL_OFFICIAL);
    }
    const checked = rest.map(({ column }) => column).filter((column) => !plan.columns.includes(column));
    const columns = [...plan.columns, ...new Set(checked)];
    // What is checked comes last in the order of the rows, where it parts only rows that are alike in what is asked.
    const rows = await wide(
      select(
        plan.from,
        columns,
        plan.where.filter(({ column }) => kept.includes(column)),
      ),
    );
    return project(rowsMeeting(rows, rest), plan.columns, checked.length > 0);
  };
  return {
    manifest: store.manifest,
    read<T extends TableName, C extends ColumnName<T>>(plan: Plan<T, C>): Promise<PlanRow<T, C>[]> {
      const asked = plan as unknown as Plan<TableName>;
      return answers.get(JSON.stringify(plan), () => answer(asked)) as Promise<PlanRow<T, C>[]>;
    },
    close: () => store.close(),
  };
}

/** undefined where the plan goes to the engine as it is. */
function keptOf({ from, where, limit }: Plan<TableName>): readonly string[] | undefined {
  if (limit !== undefined || where.some((condition) => 'contains' in condition)) return undefined;
  if (from === 'pay') return KEPT_OF_PAY.find(([leading]) => where.some(({ column }) => column === leading));
  return KEPT[from];
}

/** Rows of the official table by occupation, all columns; null for a plan that must go to the engine as it is. */
function officialByOccupation(store: Store): (plan: Plan<TableName>) => Promise<readonly AnyRow[] | null> {
  const columns = Object.keys(TABLES.official.columns) as ColumnName<'official'>[];
  const parts = new Map<string, Promise<readonly AnyRow[]>>();
  let whole: Promise<Map<string, AnyRow[]>> | undefined;
  let reads = 0;
  const fetch = async (where: readonly Condition<'official'>[]): Promise<Map<string, AnyRow[]>> => {
    const groups = new Map<string, AnyRow[]>();
    for (const row of await store.read(select('official', columns, where))) {
      const group = groups.get(row.soc);
      if (group === undefined) groups.set(row.soc, [row]);
      else group.push(row);
    }
    return groups;
  };
  const load = (missing: readonly string[]): void => {
    reads += 1;
    if (reads > OCCUPATION_READS) whole ??= fetch([]);
    const fetched = whole ?? fetch([{ column: 'soc', in: missing }]);
    for (const soc of missing) {
      const part = fetched.then((groups) => groups.get(soc) ?? []);
      parts.set(soc, part);
      part.catch(() => parts.delete(soc));
    }
    fetched.catch(() => {
      whole = undefined;
    });
  };
  return async ({ where }) => {
    const codes = new Set<string>();
    const conditions = where.filter(({ column }) => (column as string) === 'soc');
    const [condition] = conditions;
    if (conditions.length !== 1 || condition === undefined) return null;
    if ('in' in condition) for (const code of condition.in) codes.add(String(code));
    else if ('is' in condition && condition.is !== null) codes.add(String(condition.is));
    else return null;
    const missing = [...codes].filter((code) => !parts.has(code));
    if (missing.length > 0) load(missing);
    // Codes are digits and a hyphen: their order is the engine's.
    const rows = (await Promise.all([...codes].sort().map((code) => parts.get(code)!))).flat();
    return hasTies(rows) ? null : rows;
  };
}

/** Whether the table's own order leaves rows apart only by the columns asked for. */
function hasTies(rows: readonly AnyRow[]): boolean {
  const sort = TABLES.official.sort;
  return rows.some((row, at) => at > 0 && sort.every((column) => row[column] === rows[at - 1]![column]));
}

/** Rows of a wide read by the values of a column, in their order: what one plan singles out others will too. */
const INDEXES = new WeakMap<readonly AnyRow[], Map<string, Map<unknown, number[]>>>();

function rowsMeeting(rows: readonly AnyRow[], conditions: readonly AnyCondition[]): readonly AnyRow[] {
  const [leading, ...rest] = [...conditions.filter(isOfValues), ...conditions.filter((one) => !isOfValues(one))];
  if (leading === undefined) return rows;
  if (!isOfValues(leading)) return rows.filter(meeting(conditions));
  const index = indexOf(rows, leading.column);
  const values: readonly unknown[] = 'in' in leading ? [...new Set(leading.in)] : [leading.is];
  const places = values.flatMap((value) => index.get(value) ?? []);
  if (values.length > 1) places.sort((a, b) => a - b);
  return places.map((at) => rows[at]!).filter(meeting(rest));
}

function isOfValues(condition: AnyCondition): condition is Extract<AnyCondition, { in: unknown } | { is: unknown }> {
  return 'in' in condition || 'is' in condition;
}

function indexOf(rows: readonly AnyRow[], column: string): Map<unknown, number[]> {
  const indexes = INDEXES.get(rows) ?? new Map<string, Map<unknown, number[]>>();
  INDEXES.set(rows, indexes);
  let index = indexes.get(column);
  if (index === undefined) {
    index = new Map();
    indexes.set(column, index);
    for (let at = 0; at < rows.length; at += 1) {
      const value = rows[at]![column];
      const places = index.get(value);
      if (places === undefined) index.set(value, [at]);
      else places.push(at);
    }
  }
  return index;
}

function meeting(conditions: readonly AnyCondition[]): (row: AnyRow) => boolean {
  const checks = conditions.map(checkOf);
  return (row) => checks.every((check) => check(row));
}

/** As the engine decides: nothing compares with an absent value, and text is compared by its code points. */
function checkOf(condition: AnyCondition): (row: AnyRow) => boolean {
  const { column } = condition;
  if ('in' in condition) {
    const values = new Set<unknown>(condition.in);
    return (row) => values.has(row[column]);
  }
  if ('is' in condition) return (row) => row[column] === condition.is;
  if ('atMost' in condition)
    return (row) => row[column] !== null && (row[column] as number) <= (condition.atMost as number);
  if ('atLeast' in condition) {
    return (row) => row[column] !== null && (row[column] as number) >= (condition.atLeast as number);
  }
  return () => false;
}

function project(rows: readonly AnyRow[], columns: readonly string[], isWider: boolean): readonly AnyRow[] {
  if (!isWider) return rows;
  return rows.map((row) => {
    const asked: Record<string, unknown> = {};
    for (let at = 0; at < columns.length; at += 1) asked[columns[at]!] = row[columns[at]!];
    return asked;
  });
}
