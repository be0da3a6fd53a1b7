import type { LevelId } from '../../core/level.js';
import { WORKER_NOUNS } from './abbreviations.js';
import { parseLevel } from './level.js';
import { normaliseTitle } from './normalise.js';
import { PhraseSet } from './phrase-set.js';

/** One phrase by which a role is recognised; the market table `roles` holds these rows. */
export interface RolePhrase {
  readonly role: string;
  readonly name: string;
  readonly family: string;
  readonly familyName: string;
  /** `exact`: the title is this phrase; `contains`: it holds it; `except`: it is then not this role. */
  readonly match: 'exact' | 'contains' | 'except';
  /** In the form of a title key. */
  readonly phrase: string;
}

export interface CatalogueRole {
  readonly id: string;
  readonly name: string;
  readonly family: string;
  readonly familyName: string;
}

/** Role phrases arranged for look-up. Make one with `buildCatalogue`. */
export interface RoleCatalogue {
  /** In order of first appearance. */
  readonly roles: readonly CatalogueRole[];
  readonly exact: ReadonlyMap<string, CatalogueRole>;
  readonly contains: ReadonlyMap<string, readonly CatalogueRole[]>;
  readonly containsPhrases: PhraseSet;
  readonly exceptPhrases: PhraseSet;
  /** Ids of the roles each exception rules out. */
  readonly excepted: ReadonlyMap<string, ReadonlySet<string>>;
}

/** The reviewed list of roles as written in its file. */
export interface RolesFile {
  readonly families: readonly { readonly id: string; readonly name: string }[];
  /** Phrases that rule out every role whose own phrases do not hold them (`recruiter`, `professor`). */
  readonly exceptEverywhere: readonly string[];
  readonly roles: readonly {
    readonly id: string;
    readonly name: string;
    readonly family: string;
    readonly exact?: readonly string[];
    readonly contains?: readonly string[];
    readonly except?: readonly string[];
  }[];
}

/**
 * The rows of the reviewed list: phrases in key form, without duplicates, the general exceptions written out
 * for each role they concern.
 */
export function rolePhrases(file: RolesFile): RolePhrase[] {
  const familyNames = new Map(file.families.map(({ id, name }) => [id, name]));
  return file.roles.flatMap((role) => {
    const own = [...(role.exact ?? []), ...(role.contains ?? [])].map(normaliseTitle);
    const general = file.exceptEverywhere
      .map(normaliseTitle)
      .filter((phrase) => !own.some((mine) => holds(mine, phrase)));
    const row = (match: RolePhrase['match']) => (phrase: string) => ({
      role: role.id,
      name: role.name,
      family: role.family,
      familyName: familyNames.get(role.family) ?? role.family,
      match,
      phrase,
    });
    return [
      ...unique((role.exact ?? []).map(normaliseTitle)).map(row('exact')),
      ...unique((role.contains ?? []).map(normaliseTitle)).map(row('contains')),
      ...unique([...(role.except ?? []).map(normaliseTitle), ...general]).map(row('except')),
    ];
  });
}

function unique(phrases: readonly string[]): string[] {
  return [...new Set(phrases)].filter((phrase) => phrase !== '').sort();
}

function holds(key: string, phrase: string): boolean {
  return ` ${key} `.includes(` ${phrase} `);
}

export function buildCatalogue(phrases: readonly RolePhrase[]): RoleCatalogue {
  const roles = new Map<string, CatalogueRole>();
  const exact = new Map<string, CatalogueRole>();
  const contains = new Map<string, CatalogueRole[]>();
  const excepted = new Map<string, Set<string>>();
  for (const { role: id, name, family, familyName, match, phrase } of phrases) {
    const role = roles.get(id) ?? { id, name, family, familyName };
    roles.set(id, role);
    if (match === 'exact') exact.set(phrase, role);
    else if (match === 'contains') contains.set(phrase, [...(contains.get(phrase) ?? []), role]);
    else excepted.set(phrase, (excepted.get(phrase) ?? new Set()).add(id));
  }
  return {
    roles: [...roles.values()],
    exact,
    contains,
    containsPhrases: new PhraseSet(contains.keys()),
    exceptPhrases: new PhraseSet(excepted.keys()),
    excepted,
  };
}

/**
 * The catalogued role of a title without its level words, or null.
 *
 * An exact phrase beats a contained one. Among contained phrases one that names a worker (`product manager`)
 * beats one that names a field (`data engineering`), then the longer wins, then the one that comes first. A role
 * with an exception in the title is out.
 */
export function matchRole(rest: string, catalogue: RoleCatalogue): CatalogueRole | null {
  return bestMatch(rest, catalogue)?.role ?? null;
}

interface RoleMatch {
  readonly role: CatalogueRole;
  /** Whether the phrase names a worker, not only a field. */
  readonly worker: boolean;
  /** Words in the phrase; all of the title's for an exact match. */
  readonly length: number;
}

function bestMatch(key: string, catalogue: RoleCatalogue): RoleMatch | null {
  const exact = catalogue.exact.get(key);
  if (exact !== undefined) return { role: exact, worker: true, length: Number.POSITIVE_INFINITY };
  const words = key.split(' ');
  const hits = catalogue.containsPhrases.find(words);
  if (hits.length === 0) return null;
  const out = new Set<string>();
  for (const { phrase } of catalogue.exceptPhrases.find(words)) {
    for (const id of catalogue.excepted.get(phrase) ?? []) out.add(id);
  }
  let best: RoleMatch | null = null;
  for (const { phrase, from, to } of hits) {
    const role = (catalogue.contains.get(phrase) ?? []).find(({ id }) => !out.has(id));
    if (role === undefined) continue;
    const worker = words.slice(from, to).some((word) => WORKER_NOUNS.has(word));
    const better = best === null || (worker !== best.worker ? worker : to - from > best.length);
    if (better) best = { role, worker, length: to - from };
  }
  return best;
}

/** A title as the market stores it. */
export interface RecognisedTitle {
  /** Key with its level words. */
  readonly key: string;
  readonly level: LevelId | null;
  /** Key without its level words. */
  readonly rest: string;
  /** Key without the level words of individual contributors: the key of the market table `titles`. */
  readonly occupationKey: string;
  readonly role: CatalogueRole | null;
}

/**
 * Key, level and role of a title: the one rule by which the market is built and questions are read.
 *
 * The role is looked for without level words and, for managers, with them too; the longer phrase wins: `software
 * engineering manager` is an engineering manager, `machine learning engineering manager` a machine-learning
 * engineer at the level manager. Chief officers have an occupation of their own and no catalogued role.
 */
export function recogniseTitle(raw: string, catalogue: RoleCatalogue): RecognisedTitle {
  const key = normaliseTitle(raw);
  const { level, rest, occupationKey } = parseLevel(key);
  if (level === 'executive') return { key, level, rest, occupationKey, role: null };
  const stripped = bestMatch(rest, catalogue);
  const whole = occupationKey === rest ? null : bestMatch(occupationKey, catalogue);
  const wholeWins =
    whole !== null &&
    (stripped === null || whole.length > stripped.length || whole.length === Number.POSITIVE_INFINITY);
  return { key, level, rest, occupationKey, role: (wholeWins ? whole : stripped)?.role ?? null };
}
