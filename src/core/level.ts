/** Seniority levels, their tracks and the groups in which they may be pooled. */

export type LevelId =
  | 'intern'
  | 'entry'
  | 'mid'
  | 'senior'
  | 'lead'
  | 'staff'
  | 'principal'
  | 'manager'
  | 'director'
  | 'vp'
  | 'executive';

export type Track = 'ic' | 'management';

export type LevelGroupId =
  | 'intern'
  | 'entry-mid'
  | 'senior'
  | 'lead-staff-principal'
  | 'manager'
  | 'director-executive';

export interface Level {
  readonly id: LevelId;
  readonly name: string;
  readonly track: Track;
  /** Order within the track; lead and staff share a rank because neither is above the other in general. */
  readonly rank: number;
  readonly group: LevelGroupId;
}

const level = (id: LevelId, name: string, track: Track, rank: number, group: LevelGroupId): Level => ({
  id,
  name,
  track,
  rank,
  group,
});

/** All levels, lowest first within each track. */
export const LEVELS: readonly Level[] = [
  level('intern', 'Intern', 'ic', 0, 'intern'),
  level('entry', 'Entry', 'ic', 1, 'entry-mid'),
  level('mid', 'Mid', 'ic', 2, 'entry-mid'),
  level('senior', 'Senior', 'ic', 3, 'senior'),
  level('lead', 'Lead', 'ic', 4, 'lead-staff-principal'),
  level('staff', 'Staff', 'ic', 4, 'lead-staff-principal'),
  level('principal', 'Principal', 'ic', 5, 'lead-staff-principal'),
  level('manager', 'Manager', 'management', 4, 'manager'),
  level('director', 'Director', 'management', 5, 'director-executive'),
  level('vp', 'Vice President', 'management', 6, 'director-executive'),
  level('executive', 'Executive', 'management', 7, 'director-executive'),
];

/** How a pooled group is named in a sentence. */
export const LEVEL_GROUP_NAMES: Readonly<Record<LevelGroupId, string>> = {
  intern: 'intern',
  'entry-mid': 'entry and mid',
  senior: 'senior',
  'lead-staff-principal': 'lead, staff and principal',
  manager: 'manager',
  'director-executive': 'director, vice president and executive',
};

const byId: ReadonlyMap<string, Level> = new Map(LEVELS.map((entry) => [entry.id, entry]));

/** The level with this id, or undefined. */
export function findLevel(id: string): Level | undefined {
  return byId.get(id);
}

/** Levels that may be pooled with this one, itself included. */
export function levelsInGroup(group: LevelGroupId): readonly Level[] {
  return LEVELS.filter((entry) => entry.group === group);
}
