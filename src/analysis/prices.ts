/** Consumer prices and exchange rates, by date and never by row position. */
import { select } from '../query/plan.js';
import type { Store } from '../store/port.js';

export interface PriceChange {
  readonly source: string;
  /** Ratio of the index at the later month to that at the earlier one. */
  readonly ratio: number;
}

/** Change of US consumer prices between the reference months of two survey years; null when a month is missing. */
export async function priceChange(store: Store, fromYear: number, toYear: number): Promise<PriceChange | null> {
  const months = [`${fromYear}-05-01`, `${toYear}-05-01`];
  const rows = await store.read(
    select(
      'series',
      ['source', 'month', 'value'],
      [
        { column: 'series', is: 'cpi-u' },
        { column: 'month', in: months },
      ],
    ),
  );
  const from = rows.find((row) => row.month === months[0]);
  const to = rows.find((row) => row.month === months[1]);
  return from === undefined || to === undefined ? null : { source: to.source, ratio: to.value / from.value };
}

export interface ExchangeRate {
  readonly source: string;
  /** Units of the currency per US dollar. */
  readonly perUsd: number;
  readonly month: string;
}

/** Newest monthly rate not after the date; null for US dollars and for currencies the market has no rate of. */
export async function exchangeRate(store: Store, currency: string, asOf: string): Promise<ExchangeRate | null> {
  if (currency === 'USD') return null;
  const rows = await store.read(
    select(
      'exchangeRates',
      ['source', 'month', 'perUsd'],
      [
        { column: 'currency', is: currency },
        { column: 'month', atMost: asOf },
      ],
    ),
  );
  const last = rows.at(-1);
  return last === undefined ? null : { source: last.source, perUsd: last.perUsd, month: last.month };
}
