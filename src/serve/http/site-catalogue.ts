/** The titles and places that a server lists; others can be asked for too. */
import { addressPart } from '../../render/html/page-path.js';

export interface ListedTitle {
  readonly title: string;
  /** Occupation group under which it is listed. */
  readonly group: string | null;
  /** Whether the pages of places name it; all are on the page of roles. */
  readonly leading: boolean;
}

export interface ListedPlace {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  /** Whether the pages of roles name it; all are on the page of places. */
  readonly leading: boolean;
}

export interface SiteCatalogue {
  readonly titles: readonly ListedTitle[];
  readonly places: readonly ListedPlace[];
}

export interface CatalogueLookUp {
  /** The title that an address stands for: a listed one, or its words. */
  titleAt(part: string): string;
  placeAt(part: string): ListedPlace | null;
  /** Whether answers about a title may be listed: nobody's own wording is. */
  lists(title: string): boolean;
}

export function lookUp({ titles, places }: SiteCatalogue): CatalogueLookUp {
  const byPart = new Map(titles.map(({ title }) => [addressPart(title), title]));
  const placeByPart = new Map(places.map((place) => [addressPart(place.id), place]));
  const listed = new Set(titles.map(({ title }) => title));
  return {
    titleAt: (part) => byPart.get(part) ?? part.replace(/-+/g, ' '),
    placeAt: (part) => placeByPart.get(part) ?? null,
    lists: (title) => listed.has(title),
  };
}
