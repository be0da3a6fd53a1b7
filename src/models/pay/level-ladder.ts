/** The order of levels, kept in the effects of a fit. */

const CONTRIBUTORS = ['entry', 'mid', 'senior', 'lead', 'principal'];
const MANAGEMENT = ['manager', 'director', 'vp', 'executive'];

export interface LevelEffect {
  readonly value: number;
  readonly weight: number;
}

/**
 * Effects of levels in the order entry <= mid <= senior <= lead, staff <= principal and manager <= director <= vp <=
 * executive: neighbours out of order take their weighted mean (pool adjacent violators); lead and staff stand on one
 * step, and each is then brought between its neighbours.
 *
 * @param effects by level; levels outside the two ladders, and those that no offer has, stay as they are
 */
export function orderedLevels(effects: ReadonlyMap<string, LevelEffect>): Map<string, number> {
  const ordered = new Map([...effects].map(([level, { value }]) => [level, value]));
  const ladder = new Map(effects);
  const step = joined(effects.get('lead'), effects.get('staff'));
  if (step !== undefined) ladder.set('lead', step);
  settle(CONTRIBUTORS, ladder, ordered);
  const senior = ordered.get('senior') ?? -Infinity;
  const principal = ordered.get('principal') ?? Infinity;
  for (const level of ['lead', 'staff']) {
    const own = effects.get(level);
    if (own !== undefined) ordered.set(level, Math.min(principal, Math.max(senior, own.value)));
  }
  settle(MANAGEMENT, effects, ordered);
  return ordered;
}

function joined(a: LevelEffect | undefined, b: LevelEffect | undefined): LevelEffect | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  const weight = a.weight + b.weight;
  return { value: (a.value * a.weight + b.value * b.weight) / weight, weight };
}

function settle(ladder: readonly string[], effects: ReadonlyMap<string, LevelEffect>, into: Map<string, number>): void {
  const blocks: { levels: string[]; value: number; weight: number }[] = [];
  for (const level of ladder) {
    const effect = effects.get(level);
    if (effect === undefined) continue;
    blocks.push({ levels: [level], ...effect });
    while (blocks.length > 1 && blocks.at(-2)!.value > blocks.at(-1)!.value) {
      const upper = blocks.pop()!;
      const lower = blocks.pop()!;
      blocks.push({ levels: [...lower.levels, ...upper.levels], ...joined(lower, upper)! });
    }
  }
  for (const { levels, value } of blocks) for (const level of levels) into.set(level, value);
}
