import type { LevelId } from '../../core/level.js';
import type { Meter } from '../meter.js';
import { WORKER_NOUNS } from './abbreviations.js';
import { parseLevel } from './level.js';
import { normaliseTitle, segmentsKey, titleSegments } from './normalise.js';
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
  const everywhere = file.exceptEverywhere.map((phrase) => normaliseTitle(phrase));
  return file.roles.flatMap((role) => {
    const own = [...(role.exact ?? []), ...(role.contains ?? [])].map((phrase) => normaliseTitle(phrase));
    const general = everywhere.filter((phrase) => !own.some((mine) => holds(mine, phrase)));
    const row = (match: RolePhrase['match']) => (phrase: string) => ({
      role: role.id,
      name: role.name,
      family: role.family,
      familyName: familyNames.get(role.family) ?? role.family,
      match,
      phrase,
    });
    return [
      ...unique((role.exact ?? []).map((phrase) => normaliseTitle(phrase))).map(row('exact')),
      ...unique((role.contains ?? []).map((phrase) => normaliseTitle(phrase))).map(row('contains')),
      ...unique([...(role.except ?? []).map((phrase) => normaliseTitle(phrase)), ...general]).map(row('except')),
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

interface RoleMatch {
  readonly role: CatalogueRole;
  /** Whether the phrase names a worker, not only a field. */
  readonly worker: boolean;
  /** Words in the phrase; all of the title's for an exact match. */
  readonly length: number;
}

/**
 * The catalogued role that a key names, or null.
 *
 * An exact phrase beats a contained one. Among contained phrases one that names a worker (`product manager`)
 * beats one that names a field (`data engineering`), then the longer wins, then the one that comes first. A role
 * with an exception in the title is out.
 */
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
  /** Key without the level words of individual contributors: `director of nursing` for `senior director of nursing`. */
  readonly occupationKey: string;
  readonly role: CatalogueRole | null;
}

/**
 * Key, level and role of a title: the one rule by which the market is built and questions are read.
 *
 * The role is looked for without level words and, for managers, with them too; the longer phrase wins: `software
 * engineering manager` is an engineering manager, `machine learning engineering manager` a machine-learning
 * engineer at the level manager. Where neither names a role, the worker that leads is put last (`engineer, backend`
 * becomes `backend engineer`), and last the first segment is read alone (`Data Science - Growth`). Chief officers
 * have an occupation of their own and no catalogued role.
 *
 * @param meter counts characters and words visited
 */
export function recogniseTitle(raw: string, catalogue: RoleCatalogue, meter?: Meter): RecognisedTitle {
  const segments = titleSegments(raw, meter);
  const key = segmentsKey(segments, meter);
  const { level, rest, occupationKey } = parseLevel(key, meter);
  if (meter !== undefined) meter.steps += LOOK_UPS * key.length;
  const named = (role: CatalogueRole | null): RecognisedTitle => ({ key, level, rest, occupationKey, role });
  if (level === 'executive') return named(null);
  const stripped = bestMatch(rest, catalogue);
  const whole = occupationKey === rest ? null : bestMatch(occupationKey, catalogue);
  const wholeWins =
    whole !== null &&
    (stripped === null || whole.length > stripped.length || whole.length === Number.POSITIVE_INFINITY);
  const role = (wholeWins ? whole : stripped)?.role;
  return named(role ?? turnedMatch(rest, catalogue) ?? firstSegmentMatch(segments, catalogue));
}

/** Phrases looked up for a word, at most. */
const LOOK_UPS = 8;
/** Words after the leading worker that may name the field: `engineer, site reliability, payments`. */
const LONGEST_FIELD = 3;
/** Workers whose field is named by the words right after them; of others the whole remainder must name it. */
const MAKERS: ReadonlySet<string> = new Set(['engineer', 'developer', 'scientist', 'architect', 'programmer']);

/** The role of `engineer X` read as `X engineer`; the field must be named whole. */
function turnedMatch(rest: string, catalogue: RoleCatalogue): CatalogueRole | null {
  const [worker, ...field] = rest.split(' ');
  if (worker === undefined || !WORKER_NOUNS.has(worker) || isExceptedAnywhere(rest, catalogue)) return null;
  const shortest = MAKERS.has(worker) ? 1 : field.length;
  for (let length = Math.min(field.length, LONGEST_FIELD); length >= shortest && length > 0; length -= 1) {
    const phrase = [...field.slice(0, length), worker].join(' ');
    const role = catalogue.exact.get(phrase) ?? catalogue.contains.get(phrase)?.[0];
    if (role !== undefined) return role;
  }
  return null;
}

/** The role of a first segment that names a field of two words or more, where no later segment names a worker. */
function firstSegmentMatch(segments: readonly (readonly string[])[], catalogue: RoleCatalogue): CatalogueRole | null {
  const [first, ...others] = segments;
  if (first === undefined || others.length === 0) return null;
  const { rest } = parseLevel(segmentsKey([first]));
  const role = rest.includes(' ') ? bestMatch(rest, catalogue)?.role : undefined;
  if (role === undefined) return null;
  const later = segmentsKey(others);
  const otherWorker = later.split(' ').some((word) => WORKER_NOUNS.has(word));
  return otherWorker || isExceptedAnywhere(later, catalogue) ? null : role;
}

/** Whether a title holds a phrase that rules out some role: then nothing is guessed from a part of it. */
function isExceptedAnywhere(key: string, catalogue: RoleCatalogue): boolean {
  return catalogue.exceptPhrases.find(key.split(' ')).length > 0;
}
