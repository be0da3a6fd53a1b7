/** The advertised ranges behind the posted figure, one by one as their employers stated them. */

import type { LevelId } from '../core/level.js';
import { OWN_SOURCE } from '../core/own-data.js';
import { rememberedOf } from '../core/remembered.js';
import { type PlanRow, select } from '../query/plan.js';
import type { Store } from '../store/port.js';
import type { SourceCell } from './estimate.js';
import type { PayObservation } from './observation.js';
import type { BasisPay } from './pay.js';
import type { Question } from './question.js';
import { inScope, type Scope, scopeLadder } from './scope.js';

/** Ranges listed in a model; a wide scope has thousands. */
export const MOST_RANGES = 200;

export interface CellRange {
  /** Title as stated, normalised. */
  readonly title: string;
  /** Name of an employer that advertises publicly; null where the source names none. */
  readonly employer: string | null;
  readonly currency: string;
  /** The unit the employer stated: `year`, `hour` ... */
  readonly unit: string;
  /** In the currency and unit stated, yearly amounts in whole units; equal for a single amount. */
  readonly low: number;
  readonly high: number;
  readonly seenFrom: string;
  readonly seenTo: string;
  /** State id, null where none or several are named. */
  readonly region: string | null;
  readonly level: LevelId | null;
  readonly source: string;
  /** Ranges of the source behind this one. */
  readonly repeats: number;
  /** `title`: exactly the title asked about; `cell`: its role, level and place; `scope`: the rest of the scope. */
  readonly match: 'title' | 'cell' | 'scope';
}

export interface CellRanges {
  readonly scope: Scope;
  /** Whether these ranges carry a posted figure. */
  readonly carried: boolean;
  /** Distinct ranges of the scope, and how many they were before repeats were removed. */
  readonly total: number;
  readonly stated: number;
  /** Sources of the scope, sorted. */
  readonly sources: readonly string[];
  /** Of the total, those of sources that support a median of their own. */
  readonly contributing: number;
  /** Exact title first, then the cell asked about, then the rest; the newest first in each. At most `MOST_RANGES`. */
  readonly rows: readonly CellRange[];
}

/**
 * The public advertised ranges of the scope that carries the posted figure, or of the cell asked about when none does.
 * Filed pay is never listed, and a user's own rows are not public.
 *
 * @returns null when there is none
 */
export async function cellRanges(store: Store, question: Question, posted: BasisPay): Promise<CellRanges | null> {
  const cells = posted.bySource.filter(isPublic);
  const asked = scopeLadder(question, 'posted')[0];
  const scope = posted.carried?.scope ?? asked;
  if (cells.length === 0 || asked === undefined || scope === undefined) return null;
  const contributing = new Set(posted.carried?.pool.contributing.map(({ source }) => source));
  const listed = foremost(cells, question, asked);
  const rows = listed.map(({ row }) => row);
  const [stated, names] = await Promise.all([statedAmounts(store, question, rows), employerNames(store, rows)]);
  return {
    scope,
    carried: posted.carried !== null,
    total: sum(cells.map(({ n }) => n)),
    stated: sum(cells.map((cell) => cell.stated)),
    sources: cells.map(({ source }) => source).sort(),
    contributing: sum(cells.filter(({ source }) => contributing.has(source)).map(({ n }) => n)),
    rows: listed.map(({ row, match }) => ({
      title: row.title,
      employer: row.employer === null ? null : (names.get(nameKey(row)) ?? null),
      ...(stated(row) ?? yearly(row, question)),
      seenFrom: row.seenFrom,
      seenTo: row.seenTo,
      region: row.region,
      level: row.level,
      source: row.source,
      repeats: row.repeats,
      match,
    })),
  };
}

function isPublic({ source, basis, n }: SourceCell): boolean {
  return source !== OWN_SOURCE.id && basis === 'posted' && n > 0;
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}

interface Listed {
  readonly row: PayObservation;
  readonly match: CellRange['match'];
}

/** The first of all in their order; what lies behind them is not put in order. */
function foremost(cells: readonly SourceCell[], { titleKey }: Question, asked: Scope): Listed[] {
  const groups: Readonly<Record<CellRange['match'], PayObservation[]>> = { title: [], cell: [], scope: [] };
  for (const { rows } of cells) {
    for (const row of rows) {
      const match = row.title === titleKey ? 'title' : inScope(asked, row) ? 'cell' : 'scope';
      groups[match].push(row);
    }
  }
  const listed: Listed[] = [];
  for (const match of ['title', 'cell', 'scope'] as const) {
    const wanted = MOST_RANGES - listed.length;
    if (wanted === 0) break;
    const newest = newestOf(groups[match], wanted).sort(byNewest).slice(0, wanted);
    listed.push(...newest.map((row) => ({ row, match })));
  }
  return listed;
}

/** Those that may be among the newest so many: none is older than the oldest of these. */
function newestOf(rows: PayObservation[], wanted: number): PayObservation[] {
  if (rows.length <= wanted) return rows;
  const days = new Map<string, number>();
  for (const { seenTo } of rows) days.set(seenTo, (days.get(seenTo) ?? 0) + 1);
  let count = 0;
  let oldest = '';
  for (const day of [...days.keys()].sort().reverse()) {
    oldest = day;
    count += days.get(day)!;
    if (count >= wanted) break;
  }
  return rows.filter(({ seenTo }) => seenTo >= oldest);
}

/** A total order: equal dates go by title, amounts and source, so that a list is the same on every machine. */
function byNewest(a: PayObservation, b: PayObservation): number {
  return (
    compare(b.seenTo, a.seenTo) ||
    compare(b.seenFrom, a.seenFrom) ||
    compare(a.title, b.title) ||
    b.statedLow - a.statedLow ||
    b.statedHigh - a.statedHigh ||
    compare(a.source, b.source) ||
    (a.employer ?? 0) - (b.employer ?? 0)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

type Amount = Pick<CellRange, 'currency' | 'unit' | 'low' | 'high'>;

const STATED_COLUMNS = [
  'source',
  'title',
  'level',
  'region',
  'employer',
  'currency',
  'unit',
  'lowMinor',
  'highMinor',
  'annualLow',
  'annualHigh',
  'seenFrom',
  'seenTo',
  'repeats',
] as const;

/** Units in which a stated amount is not already the yearly one that every observation has. */
const OTHER_UNITS = ['month', 'week', 'day', 'hour'];

type StatedRow = PlanRow<'pay', (typeof STATED_COLUMNS)[number]>;

/** The amount of a row as it was stated in another unit than a year; of rows that are alike each in turn. */
type Stated = (row: PayObservation) => Amount | undefined;

/** Amounts in other units than a year: few, and read here alone since no estimate needs them. */
async function statedAmounts(store: Store, question: Question, rows: readonly PayObservation[]): Promise<Stated> {
  const found = await store.read(
    select('pay', STATED_COLUMNS, [
      { column: 'country', is: question.place.country },
      { column: 'basis', is: 'posted' },
      { column: 'unit', in: OTHER_UNITS },
      { column: 'source', in: distinct(rows.map(({ source }) => source)) },
    ]),
  );
  if (found.length === 0) return () => undefined;
  const amounts = amountsByRow(found);
  const taken = new Map<string, number>();
  return (row) => {
    const alike = amounts.get(row.statedLow);
    if (alike === undefined) return undefined;
    const key = rowKey(row);
    const at = taken.get(key) ?? 0;
    taken.set(key, at + 1);
    return alike.get(key)?.[at];
  };
}

/** By what the row starts from a year, which few share, then by the rest of it. */
type AmountsByRow = ReadonlyMap<number, ReadonlyMap<string, readonly Amount[]>>;

/** Once for the rows of one read, which the pages of a site share. */
const amountsByRow = rememberedOf((found: readonly StatedRow[]): AmountsByRow => {
  const amounts = new Map<number, Map<string, Amount[]>>();
  for (const row of found) {
    const { currency, unit, lowMinor, highMinor } = row;
    const amount = { currency, unit, low: lowMinor / 100, high: highMinor / 100 };
    const key = rowKey({ ...row, statedLow: row.annualLow, statedHigh: row.annualHigh });
    const alike = amounts.get(row.annualLow) ?? new Map<string, Amount[]>();
    amounts.set(row.annualLow, alike);
    const same = alike.get(key) ?? [];
    alike.set(key, same);
    same.push(amount);
  }
  return amounts;
});

function yearly({ statedLow: low, statedHigh: high }: PayObservation, { place }: Question): Amount {
  return { currency: place.currency, unit: 'year', low, high };
}

type Keyed = Pick<PayObservation, 'statedLow' | 'statedHigh'> &
  Pick<StatedRow, 'source' | 'title' | 'level' | 'region' | 'employer' | 'seenFrom' | 'seenTo' | 'repeats'>;

function rowKey(row: Keyed): string {
  const { source, title, level, region, employer, statedLow, statedHigh, seenFrom, seenTo, repeats } = row;
  const place = `${level ?? ''}\n${region ?? ''}\n${employer ?? ''}`;
  return `${source}\n${title}\n${place}\n${statedLow}\n${statedHigh}\n${seenFrom}\n${seenTo}\n${repeats}`;
}

/** Names as the row's own source gives them: the table holds public advertisers alone, never filers. */
async function employerNames(store: Store, rows: readonly PayObservation[]): Promise<Map<string, string>> {
  const ids = distinct(rows.flatMap(({ employer }) => (employer === null ? [] : [employer])));
  if (ids.length === 0) return new Map();
  const found = await store.read(
    select('employers', ['source', 'employer', 'name'], [{ column: 'employer', in: ids }]),
  );
  return new Map(found.map((row) => [nameKey(row), row.name]));
}

function nameKey({ source, employer }: { readonly source: string; readonly employer: number | null }): string {
  return `${employer} ${source}`;
}

function distinct<T extends string | number>(values: readonly T[]): T[] {
  return [...new Set(values)].sort((a, b) => (a < b ? -1 : 1));
}
