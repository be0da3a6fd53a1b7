/** Consumer prices, by date and never by row position. */
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
