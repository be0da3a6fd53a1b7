/**
 * Ageing: carrying pay from its data date to the as-of date by a named wage index. Not a forecast.
 *
 * Index: year-on-year growth of wages in US job advertisements, all sectors (Indeed Hiring Lab), monthly.
 * Each month contributes a twelfth of the log of one plus that growth; months after the last published one hold its
 * value. Its own noise and the deviation of single roles from the all-sector index widen every interval (METHODS 4).
 */
import { select } from '../query/plan.js';
import { chainedIndexGrowth } from '../stats/index.js';
import type { Store } from '../store/port.js';

export const WAGE_INDEX = { source: 'indeed-wages', series: 'posted-wage-growth-us', country: 'US' } as const;

/** Standard deviation of one month of the index on the log scale, from month-to-month changes of the published series. */
const INDEX_MONTH_SD = 0.001;

export interface Ageing {
  /** Source id of the index, null where the market has none for the country: amounts then stay as stated. */
  readonly source: string | null;
  readonly asOf: string;
  /** Last month the index was published for, `YYYY-MM-01`. */
  readonly indexEnds: string | null;
  /** Multiplier from the middle of the period to the as-of date; 1 without an index. */
  factorFrom(seenFrom: string, seenTo: string): number;
  /** Variance of the log of that multiplier for one role. */
  varianceFrom(seenFrom: string, seenTo: string): number;
}

/** Loads the wage index for a country and anchors it at the as-of date. */
export async function loadAgeing(
  store: Store,
  options: { readonly country: string; readonly asOf: string; readonly roleDeviationSd: number },
): Promise<Ageing> {
  const { asOf } = options;
  if (options.country !== WAGE_INDEX.country) return withoutIndex(asOf);
  const rows = await store.read(
    select(
      'series',
      ['month', 'value'],
      [
        { column: 'series', is: WAGE_INDEX.series },
        { column: 'month', atMost: asOf },
      ],
    ),
  );
  const last = rows.at(-1);
  if (last === undefined) return withoutIndex(asOf);
  const growth = rows.map((row) => ({ month: row.month, growth: row.value }));
  const asOfMonth = asOf.slice(0, 7);
  const logGrowthFrom = (month: string): number => chainedIndexGrowth(growth, month, asOfMonth).logGrowth;
  return {
    source: WAGE_INDEX.source,
    asOf,
    indexEnds: last.month,
    factorFrom: remembering((from, to) => Math.exp(logGrowthFrom(middleMonth(from, to)))),
    varianceFrom: remembering((from, to) => {
      const months = Math.max(0, monthsBetween(middleMonth(from, to), asOfMonth));
      return months * INDEX_MONTH_SD ** 2 + (options.roleDeviationSd ** 2 * months) / 12;
    }),
  };
}

/** Offers share a few hundred periods: each is worked out once. */
function remembering(compute: (from: string, to: string) => number): (from: string, to: string) => number {
  const known = new Map<string, number>();
  return (from, to) => {
    const key = from + to;
    let value = known.get(key);
    if (value === undefined) {
      value = compute(from, to);
      known.set(key, value);
    }
    return value;
  };
}

function withoutIndex(asOf: string): Ageing {
  return { source: null, asOf, indexEnds: null, factorFrom: () => 1, varianceFrom: () => 0 };
}

/** `YYYY-MM` halfway between two dates. */
export function middleMonth(from: string, to: string): string {
  const index = Math.round((monthIndex(from) + monthIndex(to)) / 2);
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
}

/** Whole months from one date to another; negative when the second is earlier. */
export function monthsBetween(from: string, to: string): number {
  return monthIndex(to) - monthIndex(from);
}

function monthIndex(date: string): number {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
}
