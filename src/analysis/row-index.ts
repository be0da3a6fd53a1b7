/** Observations found again by role and place without looking at all of them. */
import type { LevelId } from '../core/level.js';
import type { PayObservation } from './observation.js';

/** Which observations belong together; null where any will do. */
export interface RowSelection {
  readonly role: string | null;
  /** State id. */
  readonly region: string | null;
  /** Rows without a level are in none of them. */
  readonly levels: ReadonlySet<LevelId> | null;
}

export type RowIndex = (selection: RowSelection) => readonly PayObservation[];

export function isSelected(row: PayObservation, { role, region, levels }: RowSelection): boolean {
  return (
    (role === null || row.role === role) &&
    (region === null || row.region === region) &&
    (levels === null || (row.level !== null && levels.has(row.level)))
  );
}

/** An index of some rows; whatever it selects keeps their order. */
export function rowIndex(rows: readonly PayObservation[]): RowIndex {
  const byRegion = groups(rows, ({ region }) => region);
  const byRole = new Map<string | null, ReturnType<typeof groups>>();
  return ({ role, region, levels }) => {
    const there = region === null ? rows : byRegion(region);
    let inRole = byRole.get(region);
    if (inRole === undefined) {
      inRole = groups(there, (row) => row.role);
      byRole.set(region, inRole);
    }
    const own = role === null ? there : inRole(role);
    return levels === null ? own : own.filter(({ level }) => level !== null && levels.has(level));
  };
}

/** Made when the first group is asked for. */
function groups(
  rows: readonly PayObservation[],
  keyOf: (row: PayObservation) => string | null,
): (key: string) => readonly PayObservation[] {
  let known: Map<string | null, PayObservation[]> | undefined;
  return (key) => {
    if (known === undefined) {
      known = new Map();
      for (const row of rows) {
        const own = keyOf(row);
        const group = known.get(own);
        if (group === undefined) known.set(own, [row]);
        else group.push(row);
      }
    }
    return known.get(key) ?? [];
  };
}
