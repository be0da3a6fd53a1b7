/** The text engines as connectors see them. */
import type { LevelId } from '../core/level.js';
import {
  buildCatalogue,
  buildLocationIndex,
  type EmployerAliases,
  employerKey,
  type LocationIndex,
  type PlaceRow,
  type RolePhrase,
  readLocation,
  recogniseTitle,
} from '../text/index.js';
import { type MergedOccupation, PublishedOccupations } from './published-occupations.js';

export interface TitleFacts {
  /** Normalised as stated, level words included. */
  readonly title: string;
  /** Level the title names, or null. */
  readonly level: LevelId | null;
  /** Id of the catalogued role, or null. */
  readonly role: string | null;
}

export interface PlaceFacts {
  /** ISO code when all places named lie in one country. */
  readonly country: string;
  /** State id when exactly one state is named. */
  readonly region: string | null;
}

export interface Readers {
  readonly published: PublishedOccupations;
  readTitle(raw: string): TitleFacts;
  /** Country and state an advert names, or null when it names no country or several. */
  readPlace(raw: string): PlaceFacts | null;
  /** One key for all spellings of an employer. */
  employerKey(name: string): string;
}

export interface ReaderLists {
  /** Rows of the role catalogue. */
  readonly phrases: readonly RolePhrase[];
  readonly aliases: EmployerAliases;
  readonly merged: readonly MergedOccupation[];
}

/**
 * Sets the text engines up for a build.
 *
 * @param places rows of the table of places; asked for when the first location is read
 */
export function buildReaders({ phrases, aliases, merged }: ReaderLists, places: () => readonly PlaceRow[]): Readers {
  const catalogue = buildCatalogue(phrases);
  let locations: LocationIndex | undefined;
  return {
    published: new PublishedOccupations(merged),
    readTitle: remembering((raw): TitleFacts => {
      const { key: title, level, role } = recogniseTitle(raw, catalogue);
      return { title, level, role: role?.id ?? null };
    }),
    readPlace: remembering((raw): PlaceFacts | null => {
      locations ??= buildLocationIndex(places());
      const { country, region } = readLocation(raw, locations);
      return country === null ? null : { country, region };
    }),
    employerKey: remembering((name) => employerKey(name, aliases)),
  };
}

/** Answers the same question from memory: raw files repeat titles, places and names many times over. */
function remembering<T>(read: (raw: string) => T): (raw: string) => T {
  const known = new Map<string, T>();
  return (raw) => {
    const before = known.get(raw);
    if (before !== undefined || known.has(raw)) return before as T;
    const answer = read(raw);
    known.set(raw, answer);
    return answer;
  };
}
