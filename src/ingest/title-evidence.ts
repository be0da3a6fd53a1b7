/** Titles as evidence for occupations: one row a key and occupation. */

import { SourceError } from '../core/errors.js';
import type { DraftRow } from './connector.js';
import type { Readers } from './readers.js';

export interface ListedTitle {
  readonly title: string;
  readonly soc: string;
}

/**
 * Listed titles (O*NET, SOC) to rows of weight 1, one a key and occupation.
 *
 * The title shown is the listing that needs no level words removed, else the first in the publisher's order.
 */
export function listedTitleRows(listings: readonly ListedTitle[], readers: Readers): DraftRow<'titles'>[] {
  const rows = new Map<string, { readonly row: DraftRow<'titles'>; readonly exact: boolean }>();
  for (const { title, soc } of listings) {
    const reading = readers.readTitle(title);
    if (reading.key === '') continue;
    const id = `${reading.key}\u001f${soc}`;
    const exact = reading.title === reading.key;
    const known = rows.get(id);
    if (known === undefined || (exact && !known.exact)) {
      rows.set(id, { row: { key: reading.key, title, soc, weight: 1 }, exact });
    }
  }
  if (rows.size === 0) {
    throw new SourceError('SOURCE_EMPTY', 'A list of titles holds none.', 'Check that the file is complete.');
  }
  return [...rows.values()].map(({ row }) => row);
}
