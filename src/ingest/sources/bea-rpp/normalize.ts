/** Regional price parities to price levels of places. */
import type { DraftRow, SourceReading } from '../../connector.js';
import { Exclusions } from '../../exclusions.js';
import { newestDay } from '../../newest.js';
import { stateByFips } from '../oews-state/fips.js';
import type { PriceLine, PriceLines } from './parse.js';

const PRICE_LEVEL = /^RPPs: /;
const ITEMS: ReadonlyMap<string, string> = new Map([
  ['RPPs: All items', 'all'],
  ['RPPs: Goods', 'goods'],
  ['RPPs: Services: Housing', 'housing'],
  ['RPPs: Services: Utilities', 'utilities'],
  ['RPPs: Services: Other', 'other services'],
]);
const NATION = '00000';

/**
 * Lines are counted; one gives a row for each of its years.
 *
 * @param metros ids of the metropolitan areas of the market
 */
export function normalizePriceLevels({ states, metros }: PriceLines, known: ReadonlySet<string>): SourceReading {
  const excluded = new Exclusions();
  const priceLevels: DraftRow<'priceLevels'>[] = [];
  let kept = 0;
  const take = (line: PriceLine, placeOf: (area: string) => string | null) => {
    const outcome = rowsOf(line, placeOf);
    if (typeof outcome === 'string') return excluded.add(outcome);
    kept += 1;
    return priceLevels.push(...outcome);
  };
  for (const line of states) take(line, stateOf);
  for (const line of metros) take(line, (area) => (known.has(`US-${area}`) ? `US-${area}` : null));
  return {
    tables: { priceLevels },
    rowsIn: states.length + metros.length,
    rowsKept: kept,
    excluded: excluded.list(),
    newest: newestDay(priceLevels.map(({ year }) => `${year}-12-31`)),
  };
}

function stateOf(area: string): string | null {
  return area === NATION ? 'US' : (stateByFips(area.slice(0, 2)) ?? null);
}

function rowsOf(line: PriceLine, placeOf: (area: string) => string | null): DraftRow<'priceLevels'>[] | string {
  if (line.item === null) return 'note below the table';
  if (!PRICE_LEVEL.test(line.item)) return 'real income, spending or deflator';
  const item = ITEMS.get(line.item);
  if (item === undefined) return 'another item';
  const place = placeOf(line.area);
  if (place === null) return 'nation, nonmetropolitan portion or area of another delineation in the metropolitan table';
  const rows: DraftRow<'priceLevels'>[] = [];
  for (const [year, value] of line.values) if (value !== null) rows.push({ place, year, item, value });
  return rows.length === 0 ? 'no figure' : rows;
}
