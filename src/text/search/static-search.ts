/** The search of a static site: the index it carries, opened in the reader's browser. */
import type { Search } from '../../core/search.js';
import { openSearch } from './open-search.js';
import { PLACE_NOTES } from './place-entries.js';
import type { SearchEntry } from './search-entry.js';
import { hasPage, type StaticIndex } from './static-index.js';

export interface StaticSearch {
  /** Only what has a page on the site. */
  readonly search: Search;
  /**
   * The page for what stands in the two fields, each read as the best name found for it; its address below the root.
   *
   * @returns null where the site has no such page
   */
  readonly page: (title: string, place: string) => string | null;
}

/** @param index what the site's search file set as `goingrateSearch` */
export function openStaticSearch(index: StaticIndex): StaticSearch {
  const titleAt = new Map(index.titles.map(([name], at) => [name, at]));
  const placeAt = new Map(index.places.map(([, , , id], at) => [id, at]));
  const reportHref = (title: string, placeId: string): string | null => {
    const [titleNumber, placeNumber] = [titleAt.get(title), placeAt.get(placeId)];
    if (titleNumber === undefined || placeNumber === undefined) return null;
    if (!hasPage(index, placeNumber, titleNumber)) return null;
    return address(index.places[placeNumber]?.[1], index.titles[titleNumber]?.[1]);
  };
  const hrefOf = ({ kind, name, id = '' }: SearchEntry): string | null => {
    if (kind === 'place') return address(index.places[placeAt.get(id) ?? -1]?.[1]);
    return address('roles', index.titles[titleAt.get(name) ?? -1]?.[1]);
  };
  const search = openSearch(entriesOf(index), { hrefOf, reportHref, anyLevel: false });
  return {
    search,
    page(title, place) {
      const [job] = search(title, { kind: 'title', limit: 1 });
      if (job?.kind === 'report') return place.trim() === '' ? (job.href ?? null) : null;
      const around = place.trim() === '' ? index.places[0]?.[3] : search(place, { kind: 'place', limit: 1 })[0]?.id;
      return job === undefined || around === undefined ? null : reportHref(job.name, around);
    },
  };
}

function* entriesOf({ titles, places }: StaticIndex): Generator<SearchEntry> {
  for (const [name, , spellings = []] of titles) {
    yield { kind: 'title', name, spellings, rank: 0 };
  }
  for (const [name, , spellings, id, kind] of places) {
    const code = kind === 'state' && id.startsWith('US-') ? { codes: [id.slice(3)] } : {};
    const note = PLACE_NOTES[kind] ?? kind;
    yield { kind: 'place', name, spellings: [id, ...spellings], ...code, id, note, rank: kind === 'metro' ? 1 : 0 };
  }
}

function address(...parts: readonly (string | undefined)[]): string {
  return `${parts.map((part = '') => encodeURIComponent(part)).join('/')}/index.html`;
}
