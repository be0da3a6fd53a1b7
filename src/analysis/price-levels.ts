/** Price levels of consumption by place: what living there costs, relative to the country. Not a pay differential. */
import { type Condition, select } from '../query/plan.js';
import type { Store } from '../store/port.js';

export interface PriceLevel {
  readonly source: string;
  readonly place: string;
  readonly year: number;
  /** All items, the country being 100. */
  readonly all: number;
  /** Rents, of tenants and owners, apart; null where they are not published. */
  readonly housing: number | null;
}

const ITEMS = ['all', 'housing'] as const;

/** Relative prices move slowly, but not so slowly that older levels would still say what living costs. */
const OLDEST_YEARS = 5;

/**
 * Newest price level not after a year, nor more than five before it, of each place that has one.
 *
 * @param places place ids; null for every place of the market
 */
export async function priceLevels(
  store: Store,
  places: readonly string[] | null,
  notAfter: number,
): Promise<ReadonlyMap<string, PriceLevel>> {
  const where: Condition<'priceLevels'>[] = [
    { column: 'item', in: ITEMS },
    { column: 'year', atMost: notAfter },
    { column: 'year', atLeast: notAfter - OLDEST_YEARS },
  ];
  if (places !== null) where.unshift({ column: 'place', in: places });
  const rows = await store.read(select('priceLevels', ['source', 'place', 'year', 'item', 'value'], where));
  const levels = new Map<string, PriceLevel>();
  for (const row of rows) {
    if (row.item !== 'all' || row.year < (levels.get(row.place)?.year ?? 0)) continue;
    const { source, place, year } = row;
    levels.set(place, { source, place, year, all: row.value, housing: null });
  }
  for (const row of rows) {
    const level = levels.get(row.place);
    if (row.item === 'housing' && level?.year === row.year) levels.set(row.place, { ...level, housing: row.value });
  }
  return levels;
}

/** Pay relative to the country's after prices: the ratio of pay over the ratio of prices. */
export function afterPrices(payRatio: number, level: Pick<PriceLevel, 'all'>): number {
  return payRatio / (level.all / 100);
}
