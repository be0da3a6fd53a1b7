/**
 * The groups about which anything may be published: work x level group x place, each nested, and nothing else. There
 * are no filters, no windows of time and no as-of date, so the questions an outsider can put are known beforehand.
 */
import type { LevelGroupId } from '../../core/level.js';

/** What tells records apart for publication; records with the same traits are in the same cells. */
export interface Traits {
  /** Catalogued role, else `soc-` and the occupation the record states; null where neither is known. */
  readonly role: string | null;
  readonly family: string | null;
  readonly level: LevelGroupId | null;
  readonly country: string;
  readonly state: string | null;
}

export type WorkKind = 'all' | 'family' | 'role';

/** One group of the lattice. `null` stands for all. */
export interface CellId {
  readonly work: { readonly kind: WorkKind; readonly id: string | null };
  readonly level: LevelGroupId | null;
  readonly country: string;
  readonly state: string | null;
}

/** The cells a record with these traits is in, the widest first. */
export function cellsOf({ role, family, level, country, state }: Traits): CellId[] {
  const works: CellId['work'][] = [
    { kind: 'all', id: null },
    ...(family === null ? [] : [{ kind: 'family', id: family } as const]),
    ...(role === null ? [] : [{ kind: 'role', id: role } as const]),
  ];
  const levels = level === null ? [null] : [null, level];
  const states = state === null ? [null] : [null, state];
  return works.flatMap((work) =>
    levels.flatMap((group) => states.map((place) => ({ work, level: group, country, state: place }))),
  );
}

/** Text that names a cell within its country and basis. */
export function cellKey({ work, level, state }: CellId): string {
  return `${work.kind}:${work.id ?? ''}|${level ?? ''}|${state ?? ''}`;
}

/**
 * The order in which cells are given the right to be published. First a tree, in which only a parent less its children
 * has to be watched: all work, families, roles, roles by level, those by state. Then the cells across it.
 */
const ORDER: readonly string[] = [
  'all',
  'family',
  'role',
  'role+level',
  'role+level+state',
  'role+state',
  'family+level',
  'all+level',
  'all+state',
  'family+state',
  'family+level+state',
  'all+level+state',
];

/** Place of a cell in that order, 0 first. */
export function cellRank({ work, level, state }: CellId): number {
  const kind = [work.kind, ...(level === null ? [] : ['level']), ...(state === null ? [] : ['state'])].join('+');
  return ORDER.indexOf(kind);
}
