/** A long list as pages of bearable size: one page with a section per group, or a page per group behind an overview. */
import type { SiteFrame, SiteFrames } from './frame.js';
import { domId, html, type Markup } from './markup.js';
import { addressPart } from './page-path.js';
import { type SitePage, sitePage } from './site-page.js';

export interface ListGroup<T> {
  readonly name: string;
  readonly items: readonly T[];
  /** Said below the group's heading. */
  readonly note?: string;
  readonly draw: (items: readonly T[], frame: SiteFrame) => Markup;
}

export interface GroupedPagesOptions<T> {
  readonly frames: SiteFrames;
  /** Below the site's root, with a slash at its end: `us-tx/`. */
  readonly folder: string;
  readonly heading: string;
  readonly description: string;
  /** Where the list belongs: the way back to the pages above it. */
  readonly crumbs: readonly { readonly name: string; readonly path: string }[];
  /** Between the heading and the list. */
  readonly intro: (frame: SiteFrame) => Markup;
  readonly groups: readonly ListGroup<T>[];
  /** Shown before the groups where these have pages of their own. */
  readonly featured?: ListGroup<T>;
  /** Most items of one page. */
  readonly limit: number;
  readonly noindex?: boolean;
}

/** Groups without items are left out. A list without items is still a page. */
export function groupedPages<T>(options: GroupedPagesOptions<T>): SitePage[] {
  const groups = options.groups.filter(({ items }) => items.length > 0);
  const size = groups.reduce((sum, { items }) => sum + items.length, 0);
  if (size <= options.limit) return [onePage(options, groups)];
  const parts = groups.flatMap((group) => partsOf(group, options.limit));
  return [overview(options, parts), ...parts.map((part) => partPage(options, part))];
}

function onePage<T>(options: GroupedPagesOptions<T>, groups: readonly ListGroup<T>[]): SitePage {
  return page(options, {
    folder: options.folder,
    heading: options.heading,
    list: (frame) =>
      html`${groups.length >= MANY_GROUPS && jumps(groups)}${groups.map((group) => (groups.length === 1 && group.note === undefined ? group.draw(group.items, frame) : section(group, frame)))}`,
  });
}

/** Groups from which a page begins with links to them. */
const MANY_GROUPS = 4;

function jumps(groups: readonly { readonly name: string }[]): Markup {
  return html`<nav aria-label="Groups on this page"><ul class="links">${groups.map(({ name }) => html`<li><a href="#${domId('group', name)}">${name}</a></li>`)}</ul></nav>`;
}

function section<T>(group: ListGroup<T>, frame: SiteFrame): Markup {
  const id = domId('group', group.name);
  return html`<section class="index-group" aria-labelledby="${id}"><h2 id="${id}">${group.name}</h2>${note(group)}
${group.draw(group.items, frame)}</section>
`;
}

function note({ note: text }: Pick<ListGroup<unknown>, 'note'>): Markup | null {
  return text === undefined ? null : html`<p class="quiet">${text}</p>`;
}

interface Part<T> {
  readonly group: ListGroup<T>;
  readonly items: readonly T[];
  /** Of its page, below the list's folder. */
  readonly folder: string;
  readonly name: string;
}

function partsOf<T>(group: ListGroup<T>, limit: number): Part<T>[] {
  const parts: Part<T>[] = [];
  for (let start = 0; start < group.items.length; start += limit) {
    const number = parts.length + 1;
    parts.push({
      group,
      items: group.items.slice(start, start + limit),
      folder: `in/${addressPart(group.name)}${number === 1 ? '' : `-${number}`}/`,
      name: number === 1 ? group.name : `${group.name}, part ${number}`,
    });
  }
  return parts;
}

function overview<T>(options: GroupedPagesOptions<T>, parts: readonly Part<T>[]): SitePage {
  return page(options, {
    folder: options.folder,
    heading: options.heading,
    list: (frame) =>
      html`${options.featured && options.featured.items.length > 0 && section(options.featured, frame)}<section class="index-group" aria-labelledby="all"><h2 id="all">By group</h2><ul class="link-columns">${parts.map(({ folder, name }) => html`<li><a href="${folder}index.html">${name}</a></li>`)}</ul></section>`,
  });
}

function partPage<T>(options: GroupedPagesOptions<T>, { group, items, folder, name }: Part<T>): SitePage {
  const crumbs = [...options.crumbs, { name: options.heading, path: options.folder }];
  return page(
    { ...options, crumbs, intro: () => html`${note(group)}` },
    {
      folder: `${options.folder}${folder}`,
      heading: `${options.heading}: ${name}`,
      list: (frame) => group.draw(items, frame),
    },
  );
}

interface Listing {
  readonly folder: string;
  readonly heading: string;
  readonly list: (frame: SiteFrame) => Markup;
}

function page<T>(options: GroupedPagesOptions<T>, { folder, heading, list }: Listing): SitePage {
  const { frames, crumbs, description, intro, noindex = false } = options;
  return sitePage(frames, folder, {
    title: `${heading} - Going Rate`,
    description,
    noindex,
    body: (frame) => html`<div class="frame page index">
${crumbs.length > 0 && html`<nav class="crumbs" aria-label="Above this page">${crumbs.map(({ name, path }, at) => html`${at > 0 && ' / '}<a href="${frame.root}${path}index.html">${name}</a>`)}</nav>`}
<h1>${heading}</h1>
${intro(frame)}
${list(frame)}
</div>`,
  });
}
