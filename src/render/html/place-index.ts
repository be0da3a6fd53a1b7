/** Every role of a site in one place, on one scale. */
import type { SiteFrames } from './frame.js';
import { byGroupName, groupBy, OTHER_GROUP } from './group-order.js';
import { groupedPages, type ListGroup } from './grouped-pages.js';
import type { IndexEntry } from './index-entry.js';
import { furtherGroup, type IndexItem, thinGroup } from './index-items.js';
import { byEstimate, hasFigure, indexRows, indexScale, rowsKey } from './index-rows.js';
import { html } from './markup.js';
import { searchForm } from './search-form.js';
import type { SitePage } from './site-page.js';

/** Rows of one page: about 100 KB of HTML. */
const MOST_ROWS = 150;
/** Rows up to which occupation groups need no headings. */
const SHORT_LIST = 40;

export interface PlaceIndexOptions {
  readonly frames: SiteFrames;
  readonly place: { readonly id: string; readonly name: string };
  /** Folder of the place below the root, `us-tx`. */
  readonly folder: string;
  readonly entries: readonly IndexEntry[];
  /** Roles that can be asked about but have no figure at hand. */
  readonly further?: readonly { readonly name: string; readonly path: string }[];
}

/** The page of a place, and further ones by occupation group where it has many roles. */
export function placePages({ frames, place, folder, entries, further = [] }: PlaceIndexOptions): SitePage[] {
  const figured = entries.filter(hasFigure).sort(byEstimate);
  const thin = entries.filter((entry) => !hasFigure(entry));
  const scale = indexScale(figured);
  const nameOf = ({ title }: IndexEntry) => title;
  const grouped = groupBy(figured, ({ group }) => (figured.length <= SHORT_LIST ? '' : (group ?? OTHER_GROUP)));
  const groups: ListGroup<IndexItem>[] = grouped
    .sort(([a], [b]) => byGroupName(a, b))
    .map(([name, items]) => ({
      name: name === '' ? 'Pay by role' : name,
      items,
      draw: (rows, { root }) =>
        html`${rowsKey()}${indexRows({ entries: (rows as IndexEntry[]).filter(hasFigure), scale, nameOf, root })}`,
    }));
  return groupedPages<IndexItem>({
    frames,
    folder: `${folder}/`,
    heading: `Pay in ${place.name}`,
    description: `Base pay in ${place.name} by role, each figure with its interval, its grade and its observations.`,
    crumbs: [{ name: 'Places', path: 'places/' }],
    intro: (frame) => html`${frame.live && searchForm({ frame, place: place.name })}`,
    groups: [...groups, thinGroup(thin, nameOf), furtherGroup('More roles', further)],
    limit: MOST_ROWS,
    noindex: figured.length === 0,
  });
}
