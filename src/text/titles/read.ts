import { UsageError } from '../../core/errors.js';
import { findLevel, type Level, type LevelId } from '../../core/level.js';
import type { TitleReading } from '../../core/role.js';
import { parseLevel } from './level.js';
import { buildTitleIndex, mendKey, nearestTitles, type TitleIndex } from './nearest.js';
import { normaliseTitle } from './normalise.js';
import {
  combineEvidence,
  type OccupationFacts,
  occupationShares,
  type TitleCandidate,
  type WeightedOccupation,
} from './occupations.js';
import { type CatalogueRole, type RoleCatalogue, recogniseTitle } from './roles.js';

/** The keys under which a title may be found exactly in the market table `titles`, most specific first. */
export interface TitleKeys {
  /** With all level words: `staff nurse`, `line lead`. */
  readonly full: string;
  /** Without the level words of individual contributors: `director of nursing` for `senior director of nursing`. */
  readonly occupation: string;
  /** Without any level word; may be empty. */
  readonly rest: string;
}

export interface TitleKnowledge {
  readonly catalogue: RoleCatalogue;
  /** Occupations that filings of a catalogued role carry; empty when there are none. */
  readonly roleOccupations: (role: string) => readonly WeightedOccupation[];
  /**
   * Rows of the table `titles`: those of the keys of `titleKeys`, or all of them (or an index of them) when a
   * nearest title is wanted too.
   */
  readonly candidates: readonly TitleCandidate[] | TitleIndex;
  readonly occupation: (soc: string) => OccupationFacts;
}

const MOST_ALTERNATIVES = 5;

export function titleKeys(input: string): TitleKeys {
  const full = normaliseTitle(input);
  const { rest, occupationKey } = parseLevel(full);
  return { full, occupation: occupationKey, rest };
}

/**
 * What a job title means: a catalogued role or an occupation, the level it names, and its mix of occupations.
 *
 * The catalogue comes first; then an exact title of the candidates, with its level words before without them;
 * then the nearest title, typing errors mended. A level is not reported where the exact title holds its word
 * (`line lead` is an occupation), management levels excepted.
 *
 * @returns null when nothing comes near: the engine abstains rather than guesses
 * @throws {UsageError} EMPTY_TITLE when the title is blank
 */
export function readTitle(input: string, knowledge: TitleKnowledge): TitleReading | null {
  if (input.trim() === '') {
    throw new UsageError(
      'EMPTY_TITLE',
      'The job title is empty.',
      'Give a title, such as "Machine Learning Engineer".',
    );
  }
  const { key, level, role } = recogniseTitle(input, knowledge.catalogue);
  if (key === '') return null;
  if (role !== null) return catalogued(input, role, level, 'catalogue', knowledge);
  const index = isIndex(knowledge.candidates) ? knowledge.candidates : buildTitleIndex(knowledge.candidates);
  return exact(input, level, index, knowledge) ?? nearest(input, key, index, knowledge);
}

function isIndex(candidates: TitleKnowledge['candidates']): candidates is TitleIndex {
  return 'byTrigram' in candidates;
}

function levelOf(id: LevelId | null): Level | null {
  return id === null ? null : (findLevel(id) ?? null);
}

function catalogued(
  input: string,
  role: CatalogueRole,
  level: LevelId | null,
  how: TitleReading['how'],
  knowledge: TitleKnowledge,
): TitleReading {
  return {
    input,
    role: { id: role.id, name: role.name, family: role.family },
    level: levelOf(level),
    occupations: occupationShares(knowledge.roleOccupations(role.id), (soc) => knowledge.occupation(soc).title),
    how,
    alternatives: [],
  };
}

function exact(
  input: string,
  level: LevelId | null,
  index: TitleIndex,
  knowledge: TitleKnowledge,
): TitleReading | null {
  const keys = titleKeys(input);
  const lookUps = isManagement(level) ? [keys.full, keys.occupation] : [keys.full, keys.occupation, keys.rest];
  for (const key of lookUps) {
    const rows = key === '' ? undefined : index.rows.get(key);
    if (rows === undefined) continue;
    const wordIsPartOfTitle = key === keys.full && keys.full !== keys.rest && !isManagement(level);
    return fromRows(
      input,
      rows,
      { level: wordIsPartOfTitle ? null : level, how: 'exact', alternatives: [] },
      knowledge,
    );
  }
  return null;
}

function isManagement(level: LevelId | null): boolean {
  return levelOf(level)?.track === 'management';
}

function nearest(input: string, key: string, index: TitleIndex, knowledge: TitleKnowledge): TitleReading | null {
  const mended = mendKey(key, index);
  if (mended.key !== key) {
    const again = recogniseTitle(mended.key, knowledge.catalogue);
    if (again.role !== null) return catalogued(input, again.role, again.level, 'nearest', knowledge);
  }
  const { level, occupationKey } = parseLevel(mended.key);
  const found = nearestTitles(occupationKey, index, MOST_ALTERNATIVES + 1);
  const best = found[0];
  if (best === undefined || best.score * mended.similarity < LOWEST_TRUST) return null;
  const alternatives = found.slice(1).map(({ key: near }) => index.rows.get(near)?.[0]?.title ?? near);
  return fromRows(input, index.rows.get(best.key) ?? [], { level, how: 'nearest', alternatives }, knowledge);
}

/** Similarity of the title times that of its worst mended word. */
const LOWEST_TRUST = 0.5;

interface Match {
  readonly level: LevelId | null;
  readonly how: TitleReading['how'];
  readonly alternatives: readonly string[];
}

function fromRows(
  input: string,
  rows: readonly TitleCandidate[],
  { level, how, alternatives }: Match,
  { occupation }: TitleKnowledge,
): TitleReading | null {
  const key = rows[0]?.key ?? '';
  const occupations = occupationShares(combineEvidence(key, rows, occupation), (soc) => occupation(soc).title);
  const first = occupations[0];
  if (first === undefined) return null;
  return {
    input,
    role: { id: `soc-${first.soc}`, name: first.title, family: null },
    level: levelOf(level),
    occupations,
    how,
    alternatives: [...alternatives, ...occupations.slice(1).map(({ title }) => title)].slice(0, MOST_ALTERNATIVES),
  };
}
