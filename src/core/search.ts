/** What a search over titles and places finds. */

/** `report`: a title and a place named in one query, `data scientist texas`. */
export type SearchKind = 'title' | 'place' | 'report';

export interface SearchHit {
  readonly kind: SearchKind;
  /** As shown: `Data Scientist`, `Texas`, `Data Scientist, Texas`. */
  readonly name: string;
  /** Id of the place, of a report its place: `US-TX`. */
  readonly id?: string;
  /** Of a report: its title. */
  readonly title?: string;
  /** Address below the root of the site: `us-tx/data-scientist/index.html`. */
  readonly href?: string;
  /** A few words that tell it from others of its name: `US state`, the role an alias stands for. */
  readonly note?: string;
}

export interface SearchOptions {
  /** `title`: titles, and reports where the query names a place too. All kinds when left out. */
  readonly kind?: 'title' | 'place';
  /** Most hits, 1 to {@link MOST_HITS}; 8 when left out. */
  readonly limit?: number;
}

/** Finds titles and places; never throws, whatever the query. */
export type Search = (query: string, options?: SearchOptions) => readonly SearchHit[];

export const MOST_HITS = 20;
export const USUAL_HITS = 8;
