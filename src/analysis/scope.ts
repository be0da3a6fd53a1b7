/** The scope ladder: from the very cell asked about to ever wider ones, each with the name it carries in sentences. */

import type { Basis } from '../core/basis.js';
import { LEVEL_GROUP_NAMES, LEVELS, type LevelId, levelsInGroup } from '../core/level.js';
import type { PayObservation } from './observation.js';
import { jobsOf, type Question } from './question.js';
import { isSelected, type RowSelection } from './row-index.js';

export type ScopeKind = 'asked' | 'level-group' | 'family' | 'all-levels';

export interface Scope {
  readonly kind: ScopeKind;
  /** Place id the rows come from. */
  readonly place: string;
  readonly placeName: string;
  /** True when the place is wider than the one asked about. */
  readonly widerPlace: boolean;
  /** What the figure is for, without the place: `Machine Learning Engineer jobs at lead, staff and principal level`. */
  readonly name: string;
  /** Names the rows among those of a cohort: basis, place and work. */
  readonly cell: string;
  readonly selects: RowSelection;
}

/** Whether an observation belongs to a scope. */
export function inScope(scope: Scope, row: PayObservation): boolean {
  return isSelected(row, scope.selects);
}

/**
 * The rungs for one question, narrowest first: role and level; level group; family at that level group; the same in
 * the wider place; then the role at all levels, first in the place, then in the wider one.
 */
export function scopeLadder(question: Question, basis: Basis): readonly Scope[] {
  return remembered(KNOWN_LADDERS, question, basis, () => buildLadder(question, basis));
}

type Known = WeakMap<Question, Map<Basis, readonly Scope[]>>;

/** One question asks for its scopes dozens of times. */
const KNOWN_LADDERS: Known = new WeakMap();
const KNOWN_SHAPES: Known = new WeakMap();

function remembered(memory: Known, question: Question, basis: Basis, make: () => readonly Scope[]): readonly Scope[] {
  const known = memory.get(question) ?? new Map<Basis, readonly Scope[]>();
  memory.set(question, known);
  const scopes = known.get(basis) ?? make();
  known.set(basis, scopes);
  return scopes;
}

function buildLadder(question: Question, basis: Basis): readonly Scope[] {
  const places = scopePlaces(question);
  const jobs = jobsOf(question, basis);
  const leveled = places.flatMap((place) => leveledScopes(question, place, { basis, jobs }));
  // Interns are paid by other rules: the figure of all levels says nothing about them.
  const answering = question.level?.id === 'intern' ? [] : places;
  const allLevels = answering.map((place) => allLevelsScope(question, place, { basis, jobs }));
  return [...leveled, ...allLevels];
}

/**
 * Scopes too wide to carry a figure but good enough to lend their spread: the role at all levels in the country and
 * its whole family there.
 */
export function shapeScopes(question: Question, basis: Basis): readonly Scope[] {
  return remembered(KNOWN_SHAPES, question, basis, () => buildShapes(question, basis));
}

function buildShapes(question: Question, basis: Basis): readonly Scope[] {
  const country: ScopePlace = {
    id: question.place.country,
    name: question.countryName,
    wider: false,
    region: null,
  };
  const role = allLevelsScope(question, country, { basis, jobs: jobsOf(question, basis) });
  if (question.familyRoles.length <= 1) return [role];
  const name = `${question.familyName} jobs at all levels`;
  return [role, { ...role, kind: 'family', name, cell: cellName(basis, country, name), selects: EVERY_ROW }];
}

interface ScopePlace {
  readonly id: string;
  readonly name: string;
  readonly wider: boolean;
  /** State id its rows bear; null for the country, whose rows are all there are. */
  readonly region: string | null;
}

/** What a scope speaks of: the basis, and the work as a phrase. */
interface Work {
  readonly basis: Basis;
  readonly jobs: string;
}

function cellName(basis: Basis, place: ScopePlace, name: string): string {
  return `${basis}|${place.id}|${name}`;
}

const EVERY_ROW: RowSelection = { role: null, region: null, levels: null };

function scopePlaces(question: Question): readonly ScopePlace[] {
  const { place } = question;
  const country: ScopePlace = {
    id: place.country,
    name: question.countryName,
    wider: place.kind !== 'country',
    region: null,
  };
  if (place.kind === 'country' || question.statePlaceId === null) return [country];
  const state: ScopePlace = {
    id: question.statePlaceId,
    name: question.statePlaceName ?? question.statePlaceId,
    wider: place.kind === 'metro',
    region: question.statePlaceId,
  };
  return [state, country];
}

/** Every level alone, and together with the others of its group. */
const LEVEL_SETS: ReadonlyMap<LevelId, { readonly own: ReadonlySet<LevelId>; readonly group: ReadonlySet<LevelId> }> =
  new Map(
    LEVELS.map(({ id, group }) => [
      id,
      { own: new Set([id]), group: new Set(levelsInGroup(group).map((entry) => entry.id)) },
    ]),
  );

function leveledScopes(question: Question, place: ScopePlace, { basis, jobs }: Work): Scope[] {
  const { level } = question;
  if (level === null) return [];
  const { own, group } = LEVEL_SETS.get(level.id)!;
  const role = roleOf(question);
  const { region } = place;
  const groupName = LEVEL_GROUP_NAMES[level.group];
  const scope = (kind: ScopeKind, name: string, selects: RowSelection): Scope => ({
    kind,
    place: place.id,
    placeName: place.name,
    widerPlace: place.wider,
    name,
    cell: cellName(basis, place, name),
    selects,
  });
  const scopes = [scope('asked', `${jobs} at ${level.name.toLowerCase()} level`, { role, region, levels: own })];
  if (group.size > 1) {
    scopes.push(scope('level-group', `${jobs} at ${groupName} level`, { role, region, levels: group }));
  }
  if (question.familyRoles.length > 1) {
    const name = `${question.familyName} jobs at ${groupName} level`;
    scopes.push(scope('family', name, { role: null, region, levels: group }));
  }
  return scopes;
}

function allLevelsScope(question: Question, place: ScopePlace, { basis, jobs }: Work): Scope {
  const name = `${jobs} at all levels`;
  return {
    kind: question.level === null ? 'asked' : 'all-levels',
    place: place.id,
    placeName: place.name,
    widerPlace: place.wider,
    name,
    cell: cellName(basis, place, name),
    selects: { role: roleOf(question), region: place.region, levels: null },
  };
}

/** null where the rows are those of one occupation or title. */
function roleOf({ familyRoles, role }: Question): string | null {
  return familyRoles.length === 0 ? null : role.id;
}
