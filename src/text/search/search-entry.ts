/** What a search knows of one title or place. */
export interface SearchEntry {
  readonly kind: 'title' | 'place';
  /** As shown and asked for. */
  readonly name: string;
  /** Further spellings by which it is found. */
  readonly spellings?: readonly string[];
  /** Names of what lies inside a place and is answered by it: towns, provinces. */
  readonly inside?: readonly string[];
  /** Spellings that count only when they are the whole query: `ca` for California, which is Canada's code. */
  readonly codes?: readonly string[];
  /** Id of a place. */
  readonly id?: string;
  readonly note?: string;
  /** Order among names that fit alike: 0 comes first. A role is 0, its aliases 1, official titles 2, listed titles 3. */
  readonly rank: number;
  /** How much is known by this name, such as jobs in the occupation, in powers of ten; 0 when left out. */
  readonly weight?: number;
  /** Entries of one group, such as the aliases of a role, do not fill a list: at most three are shown. */
  readonly group?: string;
}
