/** The text engines as connectors see them. */
import { DomainError } from '../core/errors.js';
import type { LevelId } from '../core/level.js';
import {
  buildCatalogue,
  buildLocationIndex,
  buildSkillIndex,
  type CredentialsFile,
  type EmployerAliases,
  employerKey,
  extractSkills,
  type LocationIndex,
  type PlaceRow,
  type RolePhrase,
  readLocation,
  recogniseTitle,
  type SkillIndex,
  type SkillsFile,
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

/** What a posting asks for, as the table `postings` holds it: ids in order, separated by commas; empty where none is named. */
export interface SkillFacts {
  /** Ids of `reviewed/skills.json`. */
  readonly skills: string;
  /** Ids of `reviewed/credentials.json`. */
  readonly credentials: string;
}

export interface Readers {
  readonly published: PublishedOccupations;
  readTitle(raw: string): TitleFacts;
  /** Country and state an advert names, or null when it names no country or several. */
  readPlace(raw: string): PlaceFacts | null;
  /** One key for all spellings of an employer. */
  employerKey(name: string): string;
  /**
   * Skills and credentials that a posting's text asks for.
   *
   * @throws {DomainError} NO_SKILL_LISTS when the readers were set up without the lists
   */
  skillsIn(text: string): SkillFacts;
}

export interface ReaderLists {
  /** Rows of the role catalogue. */
  readonly phrases: readonly RolePhrase[];
  readonly aliases: EmployerAliases;
  readonly merged: readonly MergedOccupation[];
  /** Needed by `skillsIn` alone. */
  readonly skills?: SkillsFile;
  readonly credentials?: CredentialsFile;
}

/**
 * Sets the text engines up for a build.
 *
 * @param places rows of the table of places; asked for when the first location is read
 */
export function buildReaders(lists: ReaderLists, places: () => readonly PlaceRow[]): Readers {
  const { phrases, aliases, merged } = lists;
  const catalogue = buildCatalogue(phrases);
  let locations: LocationIndex | undefined;
  let skills: SkillIndex | undefined;
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
    skillsIn: (text) => {
      skills ??= skillIndexOf(lists);
      const found = extractSkills(text, skills);
      return { skills: joinedIds(found.skills), credentials: joinedIds(found.credentials) };
    },
  };
}

function skillIndexOf({ skills, credentials }: ReaderLists): SkillIndex {
  if (skills === undefined || credentials === undefined) {
    throw new DomainError('NO_SKILL_LISTS', 'The readers were set up without the lists of skills and credentials.');
  }
  return buildSkillIndex(skills, credentials);
}

function joinedIds(found: readonly { readonly id: string }[]): string {
  return [...new Set(found.map(({ id }) => id))].sort().join(',');
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
