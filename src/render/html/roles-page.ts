/** All roles of a site, by occupation group. */
import type { SiteFrame, SiteFrames } from './frame.js';
import { byGroupName, byName, groupBy, OTHER_GROUP } from './group-order.js';
import { groupedPages } from './grouped-pages.js';
import { html, type Markup } from './markup.js';
import { addressPart, encodePath } from './page-path.js';
import { searchForm } from './search-form.js';
import type { SitePage } from './site-page.js';

const MOST_LINKS = 400;

type ListedRole = RolesPageOptions['roles'][number];

export interface RolesPageOptions {
  readonly frames: SiteFrames;
  readonly roles: readonly { readonly title: string; readonly group: string | null; readonly leading?: boolean }[];
}

/** The page `roles/`, and one for each group where there are very many roles. */
export function rolesPages({ frames, roles }: RolesPageOptions): SitePage[] {
  const leading = roles.filter((role) => role.leading);
  return groupedPages<ListedRole>({
    frames,
    folder: 'roles/',
    heading: 'Roles',
    description: 'All roles whose pay is answered here, by occupation group.',
    crumbs: [],
    intro: (frame) => searchForm({ frame }),
    featured: { name: 'Selected roles', items: inOrder(leading), draw },
    groups: groupBy(roles, ({ group }) => group ?? OTHER_GROUP)
      .sort(([a], [b]) => byGroupName(a, b))
      .map(([name, items]) => ({ name, items: inOrder(items), draw })),
    limit: MOST_LINKS,
  });
}

function inOrder(roles: readonly ListedRole[]): ListedRole[] {
  return [...roles].sort((a, b) => byName(a.title, b.title));
}

function draw(roles: readonly ListedRole[], { root }: SiteFrame): Markup {
  return html`<ul class="link-columns">${roles.map(({ title }) => html`<li><a href="${root}roles/${encodePath(addressPart(title))}/index.html">${title}</a></li>`)}</ul>`;
}
