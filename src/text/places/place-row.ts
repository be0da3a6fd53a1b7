/** One spelling of one place; the market table `places` holds these rows beside their source. */
export interface PlaceRow {
  readonly place: string;
  readonly name: string;
  readonly kind: string;
  readonly country: string;
  /** Comma-separated state ids, principal first. */
  readonly states: string;
  readonly currency: string;
  readonly key: string;
}

/**
 * Begins the key of a place that lies inside the row's place and is answered by it: `in:london` on the row of
 * the United Kingdom. A normalised query cannot begin with it.
 */
export const WITHIN = 'in:';

/**
 * Begins the key of a first-level division of a country outside the United States, by name or by code:
 * `part:ontario` and `part:on` on the row of Canada. A code of three letters or fewer only counts in a location,
 * beside a place of that country.
 */
export const DIVISION = 'part:';

/** The most letters of a division's code; a longer spelling is a name. */
export const LONGEST_CODE = 3;

/** A line of the OFLC geography file, or of any list of metropolitan areas by county. */
export interface GeographyLine {
  /** CBSA code; seven digits end a territory's own area. */
  readonly area: string;
  readonly areaName: string;
  readonly stateAb: string;
}

export interface CountriesFile {
  readonly countries: readonly {
    readonly code: string;
    readonly name: string;
    /** ISO 4217. */
    readonly currency: string;
    readonly aliases?: readonly string[];
    /** Cities and regions that are answered by the country; `Cambridge, England` by that alone. */
    readonly within?: readonly string[];
    /** First-level divisions: names, answered by the country, and codes in capitals. */
    readonly divisions?: readonly string[];
  }[];
}

/** Towns of one state that are no principal city of a metropolitan area, or whose state the area's name leaves open. */
export interface TownList {
  /** Two-letter code. */
  readonly state: string;
  /** CBSA code of the metropolitan area they lie in; without it they are answered by the state. */
  readonly area?: string;
  /** Names that mean this town without a state too. */
  readonly alone?: readonly string[];
  /** Names found only with their state. */
  readonly withState?: readonly string[];
}

export interface UsStatesFile {
  readonly states: readonly { readonly code: string; readonly name: string; readonly aliases?: readonly string[] }[];
  /** Reviewed spellings of metropolitan areas; a bare city name here is the clearly largest city of that name. */
  readonly metros: readonly { readonly area: string; readonly keys: readonly string[] }[];
  readonly towns: readonly TownList[];
  /** Names that mean a place abroad as often as the US city: found only with their state. */
  readonly cityNamesSharedAbroad: readonly string[];
}

export interface PlaceSources {
  readonly geography: readonly GeographyLine[];
  readonly countries: CountriesFile;
  readonly states: UsStatesFile;
}
