/** The scope ladder: from the very cell asked about to ever wider ones, each with the name it carries in sentences. */

import type { Basis } from '../core/basis.js';
import { LEVEL_GROUP_NAMES, type LevelId, levelsInGroup } from '../core/level.js';
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
  const known = KNOWN_LADDERS.get(question) ?? new Map<Basis, readonly Scope[]>();
  KNOWN_LADDERS.set(question, known);
  const ladder = known.get(basis) ?? buildLadder(question, basis);
  known.set(basis, ladder);
  return ladder;
}

/** One question asks for its ladder a dozen times. */
const KNOWN_LADDERS = new WeakMap<Question, Map<Basis, readonly Scope[]>>();

function buildLadder(question: Question, basis: Basis): readonly Scope[] {
  const places = scopePlaces(question);
  const leveled = places.flatMap((place) => leveledScopes(question, place, jobsOf(question, basis)));
  // Interns are paid by other rules: the figure of all levels says nothing about them.
  const answering = question.level?.id === 'intern' ? [] : places;
  const allLevels = answering.map((place) => allLevelsScope(question, place, jobsOf(question, basis)));
  return [...leveled, ...allLevels];
}

/**
 * Scopes too wide to carry a figure but good enough to lend their spread: the role at all levels in the country and
 * its whole family there.
 */
export function shapeScopes(question: Question, basis: Basis): readonly Scope[] {
  const country: ScopePlace = {
    id: question.place.country,
    name: question.countryName,
    wider: false,
    region: null,
  };
  const role = allLevelsScope(question, country, jobsOf(question, basis));
  if (question.familyRoles.length <= 1) return [role];
  return [role, { ...role, kind: 'family', name: `${question.familyName} jobs at all levels`, selects: EVERY_ROW }];
}

interface ScopePlace {
  readonly id: string;
  readonly name: string;
  readonly wider: boolean;
  /** State id its rows bear; null for the country, whose rows are all there are. */
  readonly region: string | null;
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

function leveledScopes(question: Question, place: ScopePlace, jobs: string): Scope[] {
  const { level } = question;
  if (level === null) return [];
  const group = new Set<LevelId>(levelsInGroup(level.group).map((entry) => entry.id));
  const role = roleOf(question);
  const { region } = place;
  const groupName = LEVEL_GROUP_NAMES[level.group];
  const base = { place: place.id, placeName: place.name, widerPlace: place.wider };
  const scopes: Scope[] = [
    {
      ...base,
      kind: 'asked',
      name: `${jobs} at ${level.name.toLowerCase()} level`,
      selects: { role, region, levels: new Set([level.id]) },
    },
  ];
  if (group.size > 1) {
    scopes.push({
      ...base,
      kind: 'level-group',
      name: `${jobs} at ${groupName} level`,
      selects: { role, region, levels: group },
    });
  }
  if (question.familyRoles.length > 1) {
    scopes.push({
      ...base,
      kind: 'family',
      name: `${question.familyName} jobs at ${groupName} level`,
      selects: { role: null, region, levels: group },
    });
  }
  return scopes;
}

function allLevelsScope(question: Question, place: ScopePlace, jobs: string): Scope {
  return {
    kind: question.level === null ? 'asked' : 'all-levels',
    place: place.id,
    placeName: place.name,
    widerPlace: place.wider,
    name: `${jobs} at all levels`,
    selects: { role: roleOf(question), region: place.region, levels: null },
  };
}

/** null where the rows are those of one occupation or title. */
function roleOf({ familyRoles, role }: Question): string | null {
  return familyRoles.length === 0 ? null : role.id;
}
