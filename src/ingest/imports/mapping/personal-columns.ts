/** Columns about persons, which are never read unless the user insists. */
import type { Field } from '../mapping.js';
import type { ColumnLists, PersonalKind } from './column-lists.js';
import { containsPhrase, headerKey } from './header-words.js';
import type { ValueProfile } from './value-profile.js';

export interface PersonalFinding {
  readonly kind: PersonalKind;
  /** Told by its name, or by its values whatever its name. */
  readonly by: 'name' | 'values';
}

/** What a column tells about persons, in words. */
export const PERSONAL_WORDS: Readonly<Record<PersonalKind, string>> = {
  name: 'names of persons',
  'e-mail': 'e-mail addresses',
  telephone: 'telephone numbers',
  age: 'ages or dates of birth',
  gender: 'gender or salutation',
  origin: 'ethnicity, nationality or residence status',
  belief: 'religion, politics, union or orientation',
  health: 'health or disability',
  family: 'family',
  'identity number': 'identity or account numbers',
  address: 'addresses of persons',
  'number of a person': 'numbers of persons',
};

/**
 * Whether a column tells about persons.
 *
 * @returns null for a column that does not
 */
export function findPersonal(name: string, profile: ValueProfile, lists: ColumnLists): PersonalFinding | null {
  const byValues = personalValues(profile);
  if (byValues !== null) return { kind: byValues, by: 'values' };
  const key = headerKey(name);
  const exact = lists.personalExact.get(key);
  if (exact !== undefined) return { kind: exact, by: 'name' };
  const within = lists.personalWithin.find(([phrase]) => containsPhrase(key, phrase));
  return within === undefined ? null : { kind: within[1], by: 'name' };
}

/** From these shares of its values on a column is what they are. */
function personalValues(profile: ValueProfile): PersonalKind | null {
  if (profile.eMails >= 0.2) return 'e-mail';
  if (profile.identityNumbers >= 0.3) return 'identity number';
  if (profile.telephones >= 0.6) return 'telephone';
  if (profile.genders >= 0.9 && profile.filled >= 3) return 'gender';
  return profile.salutations >= 0.8 && profile.filled >= 3 ? 'gender' : null;
}

/**
 * Fields that a column about persons may be mapped to when the user insists: a sole trader's name is an employer's,
 * a column "Name" may hold names of jobs, and the town of a home that of the work. Everything else about persons has
 * no use in a report and is refused.
 */
const INSISTED: Readonly<Partial<Record<PersonalKind, readonly Field[]>>> = {
  name: ['employer', 'title'],
  address: ['place', 'city', 'region', 'country'],
};

/** Whether a column about persons may be mapped to the field at all. */
export function mayInsist(kind: PersonalKind, field: Field): boolean {
  return INSISTED[kind]?.includes(field) === true;
}
