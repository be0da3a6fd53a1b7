/** Items of index pages that are listed without a figure. */
import { byName } from './group-order.js';
import type { ListGroup } from './grouped-pages.js';
import type { IndexEntry } from './index-entry.js';
import { reportHref, thinList } from './index-rows.js';
import { html } from './markup.js';

/** A page that can be asked for, of which nothing is known yet. */
export interface FurtherItem {
  readonly name: string;
  /** Folder of the report, without slashes at its ends. */
  readonly path: string;
}

export type IndexItem = IndexEntry | FurtherItem;

/** Reports whose headline has no figure. */
export function thinGroup(entries: readonly IndexEntry[], nameOf: (entry: IndexEntry) => string): ListGroup<IndexItem> {
  return {
    name: 'Not enough evidence',
    note: 'Too few observations for a figure. Each page says what was found and what would be needed.',
    items: [...entries].sort((a, b) => byName(nameOf(a), nameOf(b))),
    draw: (items, { root }) => thinList(items as IndexEntry[], nameOf, root),
  };
}

/** Reports that are made when they are asked for. */
export function furtherGroup(name: string, items: readonly FurtherItem[]): ListGroup<IndexItem> {
  return {
    name,
    note: 'Answered when asked.',
    items: [...items].sort((a, b) => byName(a.name, b.name)),
    draw: (rows, { root }) =>
      html`<ul class="link-columns">${(rows as FurtherItem[]).map((item) => html`<li><a href="${reportHref(item, root)}">${item.name}</a></li>`)}</ul>`,
  };
}
