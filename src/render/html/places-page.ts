/** All places of a site, by kind. */
import type { SiteFrame, SiteFrames } from './frame.js';
import { byName } from './group-order.js';
import { groupedPages } from './grouped-pages.js';
import { html, type Markup } from './markup.js';
import { addressPart, encodePath } from './page-path.js';
import { searchForm } from './search-form.js';
import type { SitePage } from './site-page.js';

const MOST_LINKS = 400;

const KINDS = [
  { kind: 'country', name: 'Countries' },
  { kind: 'state', name: 'US states and territories' },
  { kind: 'metro', name: 'US metropolitan areas' },
] as const;

type ListedPlace = PlacesPageOptions['places'][number];

export interface PlacesPageOptions {
  readonly frames: SiteFrames;
  readonly places: readonly {
    readonly id: string;
    readonly name: string;
    readonly kind: string;
    /** Named first where the list is long. */
    readonly leading?: boolean;
  }[];
}

/** The page `places/`, and one for each kind where there are very many. */
export function placesPages({ frames, places }: PlacesPageOptions): SitePage[] {
  const leading = places.filter((place) => place.leading);
  return groupedPages<ListedPlace>({
    frames,
    folder: 'places/',
    heading: 'Places',
    description: 'All places for which pay is answered here.',
    crumbs: [],
    intro: (frame) => searchForm({ frame }),
    featured: { name: 'Selected places', items: inOrder(leading), draw },
    groups: KINDS.map(({ kind, name }) => ({
      name,
      items: inOrder(places.filter((place) => place.kind === kind)),
      draw,
    })),
    limit: MOST_LINKS,
  });
}

function inOrder(places: readonly ListedPlace[]): ListedPlace[] {
  return [...places].sort((a, b) => byName(a.name, b.name));
}

function draw(places: readonly ListedPlace[], { root }: SiteFrame): Markup {
  return html`<ul class="link-columns">${places.map(({ id, name }) => html`<li><a href="${root}${encodePath(addressPart(id))}/index.html">${name}</a></li>`)}</ul>`;
}
