/**
 * Front page, lists of roles and places, and what is known of each.
 *
 * To answer for every role of a place on a request would take minutes. So these pages show the figures of reports that
 * were made already (those of the usual site are made while nobody asks) and link to the others.
 */
import type { SiteFrames } from '../../render/html/frame.js';
import { homePage } from '../../render/html/home.js';
import type { IndexEntry } from '../../render/html/index-entry.js';
import { addressPart, reportPath } from '../../render/html/page-path.js';
import { placePages } from '../../render/html/place-index.js';
import { placesPages } from '../../render/html/places-page.js';
import { rolePages } from '../../render/html/role-index.js';
import { rolesPages } from '../../render/html/roles-page.js';
import type { SitePage } from '../../render/html/site-page.js';
import type { CatalogueLookUp, SiteCatalogue } from './site-catalogue.js';

export interface LiveIndexOptions {
  readonly frames: SiteFrames;
  readonly catalogue: SiteCatalogue;
  readonly known: CatalogueLookUp;
  readonly headlines: ReadonlyMap<string, IndexEntry>;
  /** Folders of the reports that the front page shows, once they are made. */
  readonly examples: readonly string[];
}

/**
 * The page at a path below the root, `us-tx/index.html`; null where there is none.
 *
 * @param path decoded
 */
export function liveIndexPage(path: string, options: LiveIndexOptions): SitePage | null {
  const { frames, catalogue } = options;
  const [first = '', second = ''] = path.split('/');
  if (path === 'index.html') return frontPage(options);
  if (first === 'places') return pick(path, placesPages({ frames, places: catalogue.places }));
  if (first !== 'roles') return pick(path, ofPlace(first, options));
  const list = second === 'index.html' || second === 'in';
  return pick(path, list ? rolesPages({ frames, roles: catalogue.titles }) : ofRole(second, options));
}

function pick(path: string, pages: readonly SitePage[]): SitePage | null {
  return pages.find((page) => page.path === path) ?? null;
}

function frontPage({ frames, catalogue, headlines, examples }: LiveIndexOptions): SitePage {
  return homePage({
    frames,
    examples: examples.flatMap((path) => headlines.get(path) ?? []),
    titles: catalogue.titles.filter(({ leading }) => leading).map(({ title }) => title),
    places: catalogue.places.filter(({ leading }) => leading),
  });
}

function ofPlace(part: string, { frames, catalogue, known, headlines }: LiveIndexOptions): SitePage[] {
  const place = known.placeAt(part);
  if (place === null) return [];
  const entries = [...headlines.values()].filter((entry) => entry.place.id === place.id);
  const made = new Set(entries.map(({ path }) => path));
  const further = catalogue.titles
    .filter(({ leading }) => leading)
    .map(({ title }) => ({ name: title, path: reportPath(title, place.id) }))
    .filter(({ path }) => !made.has(path));
  return placePages({ frames, place, folder: addressPart(place.id), entries, further });
}

function ofRole(part: string, { frames, catalogue, known, headlines }: LiveIndexOptions): SitePage[] {
  const title = known.titleAt(part);
  const entries = [...headlines.values()].filter((entry) => entry.title === title);
  const made = new Set(entries.map(({ path }) => path));
  const further = catalogue.places
    .filter(({ leading }) => leading)
    .map(({ id, name }) => ({ name, path: reportPath(title, id) }))
    .filter(({ path }) => !made.has(path));
  return rolePages({ frames, title, entries, further });
}
