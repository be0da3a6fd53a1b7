/** The ways from the front page of a site to its reports. */
import type { SiteFrames } from '../render/html/frame.js';
import { homePage } from '../render/html/home.js';
import { addressPart } from '../render/html/page-path.js';
import { placePages } from '../render/html/place-index.js';
import { placesPages } from '../render/html/places-page.js';
import { rolePages } from '../render/html/role-index.js';
import { rolesPages } from '../render/html/roles-page.js';
import type { SitePage } from '../render/html/site-page.js';
import { isThin, type PageEntry } from './page-entry.js';

const EXAMPLES = 4;

/** Home, all roles, each role over its places, all places, each place with its roles; one after the other. */
export function* indexPages(frames: SiteFrames, entries: readonly PageEntry[]): Generator<SitePage> {
  const byRole = grouped(entries, ({ title }) => addressPart(title));
  const byPlace = grouped(entries, ({ path }) => path.slice(0, path.indexOf('/')));
  const roles = [...byRole.values()].map(([first]) => first as PageEntry);
  const places = [...byPlace.values()].map(([first]) => (first as PageEntry).place);
  yield homePage({ frames, examples: examplesOf(byRole), titles: roles.map(({ title }) => title), places });
  yield* rolesPages({ frames, roles });
  for (const [index, own] of [...byRole.values()].entries()) {
    yield* rolePages({ frames, title: (roles[index] as PageEntry).title, entries: own });
  }
  yield* placesPages({ frames, places });
  for (const [folder, own] of byPlace) {
    yield* placePages({ frames, place: (own[0] as PageEntry).place, folder, entries: own });
  }
}

/** One answer of each of the first roles, each from another place where that is possible. */
function examplesOf(byRole: ReadonlyMap<string, readonly PageEntry[]>): PageEntry[] {
  const examples: PageEntry[] = [];
  for (const own of byRole.values()) {
    const telling = own.filter((entry) => !isThin(entry));
    const seen = new Set(examples.map(({ place }) => place.id));
    const chosen = telling.find(({ place }) => !seen.has(place.id)) ?? telling[0];
    if (chosen !== undefined) examples.push(chosen);
    if (examples.length === EXAMPLES) break;
  }
  return examples;
}

function grouped(
  entries: readonly PageEntry[],
  keyOf: (entry: PageEntry) => string,
): ReadonlyMap<string, readonly PageEntry[]> {
  const groups = new Map<string, PageEntry[]>();
  for (const entry of entries) {
    const own = groups.get(keyOf(entry));
    if (own === undefined) groups.set(keyOf(entry), [entry]);
    else own.push(entry);
  }
  return groups;
}
