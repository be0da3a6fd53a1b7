/** One role over all places of a site: a scale for each currency. */
import { currencySign } from '../../core/format.js';
import type { SiteFrames } from './frame.js';
import { groupBy } from './group-order.js';
import { groupedPages, type ListGroup } from './grouped-pages.js';
import type { IndexEntry } from './index-entry.js';
import { furtherGroup, type IndexItem, thinGroup } from './index-items.js';
import { byEstimate, hasFigure, indexRows, indexScale, rowsKey } from './index-rows.js';
import { html } from './markup.js';
import { addressPart } from './page-path.js';
import { searchForm } from './search-form.js';
import type { SitePage } from './site-page.js';

const MOST_ROWS = 150;

export interface RoleIndexOptions {
  readonly frames: SiteFrames;
  readonly title: string;
  readonly entries: readonly IndexEntry[];
  /** Places that can be asked about but have no figure at hand. */
  readonly further?: readonly { readonly name: string; readonly path: string }[];
}

/** The page of a role at `roles/<role>/`; amounts of different currencies stand on different scales. */
export function rolePages({ frames, title, entries, further = [] }: RoleIndexOptions): SitePage[] {
  const figured = entries.filter(hasFigure).sort(byEstimate);
  const thin = entries.filter((entry) => !hasFigure(entry));
  const nameOf = ({ place }: IndexEntry) => place.name;
  const currencies = groupBy(figured, ({ currency }) => currency).sort(([, a], [, b]) => b.length - a.length);
  const groups: ListGroup<IndexItem>[] = currencies.map(([currency, items]) => {
    const scale = indexScale(items);
    return {
      name: `Pay in ${currencySign(currency)}`,
      items,
      draw: (rows, { root }) =>
        html`${rowsKey()}${indexRows({ entries: (rows as IndexEntry[]).filter(hasFigure), scale, nameOf, root })}`,
    };
  });
  return groupedPages<IndexItem>({
    frames,
    folder: `roles/${addressPart(title)}/`,
    heading: `${title}: pay by place`,
    description: `Base pay of ${title} by place, each figure with its interval, its grade and its observations.`,
    crumbs: [{ name: 'Roles', path: 'roles/' }],
    intro: (frame) =>
      html`${currencies.length > 1 && html`<p class="quiet">Amounts of different currencies are not compared: each currency has its own scale.</p>`}${frame.live && searchForm({ frame, title })}`,
    groups: [...groups, thinGroup(thin, nameOf), furtherGroup('More places', further)],
    limit: MOST_ROWS,
    noindex: figured.length === 0,
  });
}
