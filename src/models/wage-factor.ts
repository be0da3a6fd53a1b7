/** Carries stated pay to one month along the index of advertised wages in the United States (Indeed, all sectors). */
import { select } from '../query/plan.js';
import { chainedIndexGrowth } from '../stats/index.js';
import type { Store } from '../store/port.js';

const SERIES = 'posted-wage-growth-us';

/** Multiplier from the middle of a period to the month; 1 where the market has no such index. */
export type WageFactor = (seenFrom: string, seenTo: string) => number;

/** @param month `YYYY-MM` to which pay is carried, forwards or back */
export async function loadWageFactor(store: Store, month: string): Promise<WageFactor> {
  const rows = await store.read(select('series', ['month', 'value'], [{ column: 'series', is: SERIES }]));
  if (rows.length === 0) return () => 1;
  const growth = rows.map((row) => ({ month: row.month, growth: row.value }));
  const known = new Map<string, number>();
  return (seenFrom, seenTo) => {
    const middle = monthText(Math.round((monthIndex(seenFrom) + monthIndex(seenTo)) / 2));
    const factor = known.get(middle) ?? Math.exp(chainedIndexGrowth(growth, middle, month).logGrowth);
    known.set(middle, factor);
    return factor;
  };
}

/** Months since year 0 of a date. */
export function monthIndex(date: string): number {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
}

/** `YYYY-MM` of a number of months since year 0. */
export function monthText(index: number): string {
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
}
