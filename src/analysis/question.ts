/** A question as every analysis receives it: understood title, level, place and date. */
import type { Basis } from '../core/basis.js';
import type { Level } from '../core/level.js';
import type { Place } from '../core/place.js';
import type { OccupationShare, Role } from '../core/role.js';

export interface Question {
  /** The title as typed. */
  readonly title: string;
  /** Normalised title. */
  readonly titleKey: string;
  /** The work without its level, normalised: the role's name where the title says nothing more, else the title's words. */
  readonly workKey: string;
  readonly role: Role;
  /** Catalogued roles of the same family, the role itself included; empty when the role is an occupation. */
  readonly familyRoles: readonly string[];
  readonly familyName: string | null;
  readonly level: Level | null;
  readonly occupations: readonly OccupationShare[];
  /** The title is not known, and no occupation is likelier than all others together: what rests on them is a guess. */
  readonly isGuess?: boolean;
  /** Asked by the code of an occupation: all of it, under whatever title. */
  readonly asksOccupation?: boolean;
  readonly place: Place;
  /** Where state figures are looked up: the state itself, or the principal state of a metropolitan area. */
  readonly statePlaceId: string | null;
  readonly statePlaceName: string | null;
  readonly countryName: string;
  /** `YYYY-MM-DD`: the newest data date of the market unless an earlier one was asked for. */
  readonly asOf: string;
  /** Newest data date of the market. */
  readonly newest: string;
  readonly basis: Basis | null;
  /** `mine`: only the user's own data speak about pay and demand. */
  readonly only: 'mine' | null;
}

/**
 * The work asked about as a phrase: `Machine Learning Engineer jobs`, `jobs of Registered Nurses`. Advertisements state
 * no occupation: outside the catalogue only those of exactly the title asked about are known, and named so.
 */
export function jobsOf(question: Question, basis: Basis | null = null): string {
  if (question.role.family !== null) return `${question.role.name} jobs`;
  return basis === 'posted' ? `jobs titled "${question.title}"` : `jobs of ${question.role.name}`;
}
