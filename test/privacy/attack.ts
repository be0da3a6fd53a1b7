/**
 * An outsider who sees every published figure, knows the lattice and knows which records each figure is computed from,
 * but not their pay. A group is recovered when published groups can be combined so that only it is left. Written
 * without a line of the program under attack.
 */

export interface Victim {
  /** Whoever stands behind the record; two releases show the same one. */
  readonly id: string;
  readonly employer: number;
}

/** A published figure, as the records behind it. */
export type Shown = readonly Victim[];

export type Threshold = 'persons' | 'employers' | 'both';

export interface Recovered {
  readonly by: 'difference' | 'children' | 'intersection' | 'combination';
  readonly group: readonly string[];
}

/** The thresholds of docs/privacy.md, written out once more. */
export function isExposed(group: readonly Victim[], threshold: Threshold): boolean {
  if (group.length === 0) return false;
  if (threshold !== 'employers' && group.length < 10) return true;
  if (threshold === 'persons') return false;
  const counts = new Map<number, number>();
  for (const { employer } of group) counts.set(employer, (counts.get(employer) ?? 0) + 1);
  const weights = [...counts.values()].map(Math.sqrt);
  return counts.size < 5 || Math.max(...weights) > weights.reduce((sum, weight) => sum + weight) / 4;
}

/** Every way of combining published groups that is tried here; the groups below the threshold that come out. */
export function recoveredGroups(shown: readonly Shown[], threshold: Threshold): Recovered[] {
  const sets = distinctSets(shown);
  const found: Recovered[] = [];
  const claim = (by: Recovered['by'], group: readonly Victim[]): void => {
    if (isExposed(group, threshold)) found.push({ by, group: group.map(({ id }) => id) });
  };
  for (const [a, one] of sets.entries()) {
    claim('difference', one.members);
    for (const other of sets.slice(a + 1)) {
      // Two figures that share all but a few records: what is left is one small group, or two against each other.
      claim('difference', [...minus(one, other), ...minus(other, one)]);
      if (isInside(one, other) || isInside(other, one)) continue;
      claim(
        'intersection',
        one.members.filter(({ id }) => other.ids.has(id)),
      );
      claim('intersection', minus(one, other));
      claim('intersection', minus(other, one));
    }
    claimRests(one, sets, (group) => claim('children', group));
  }
  for (const group of combinations(sets)) claim('combination', group);
  return found;
}

interface RecordSet {
  readonly ids: ReadonlySet<string>;
  readonly members: readonly Victim[];
}

function distinctSets(shown: readonly Shown[]): RecordSet[] {
  const byIds = new Map<string, RecordSet>();
  for (const members of shown) {
    const ids = members.map(({ id }) => id).sort();
    if (ids.length > 0) byIds.set(ids.join(' '), { ids: new Set(ids), members });
  }
  return [...byIds.values()];
}

function minus(one: RecordSet, other: RecordSet): Victim[] {
  return one.members.filter(({ id }) => !other.ids.has(id));
}

function isInside(inner: RecordSet, outer: RecordSet): boolean {
  return inner.ids.size <= outer.ids.size && inner.members.every(({ id }) => outer.ids.has(id));
}

const MOST_CHILDREN = 10;

/** What is left of a group without published groups inside it that do not overlap, in every selection. */
function claimRests(parent: RecordSet, sets: readonly RecordSet[], claim: (rest: readonly Victim[]) => void): void {
  const inside = sets.filter((set) => set !== parent && isInside(set, parent));
  const largest = inside.sort((a, b) => b.ids.size - a.ids.size);
  const take = (rest: readonly Victim[], from: number, depth: number): void => {
    for (let at = from; at < largest.length; at += 1) {
      const child = largest[at]!;
      const left = new Set(rest.map(({ id }) => id));
      if (!child.members.every(({ id }) => left.has(id))) continue;
      const next = rest.filter(({ id }) => !child.ids.has(id));
      claim(next);
      take(next, at + 1, depth + 1);
      // All selections of a few children; of many, each pair with whatever else fits after it.
      if (largest.length > MOST_CHILDREN && depth >= 2) break;
    }
  };
  take(parent.members, 0, 0);
}

/** A prime below 2^26, so that a product of two residues is exact. */
const PRIME = 67_108_859;

/**
 * Linear combinations: the groups are rows of a matrix over the classes of records that no group tells apart. The rows
 * of its reduced echelon form, their sums and differences are the combinations with the fewest records that elimination
 * finds. A class whose own unit vector lies in the row space is recovered by itself.
 */
function* combinations(sets: readonly RecordSet[]): Iterable<Victim[]> {
  const classes = classesOf(sets);
  const reduced = rowReduce(sets.map(({ ids }) => classes.map(([{ id }]) => (ids.has(id) ? 1 : 0))));
  const support = (row: readonly number[]): Victim[] => classes.filter((_, at) => row[at] !== 0).flat();
  for (const [a, row] of reduced.entries()) {
    yield support(row);
    for (const other of reduced.slice(a + 1)) {
      for (const factor of [1, PRIME - 1]) {
        yield support(row.map((value, at) => (value + factor * other[at]!) % PRIME));
      }
    }
  }
  for (const [at, members] of classes.entries()) {
    const unit = classes.map((_, other) => (other === at ? 1 : 0));
    if (isCombination(unit, reduced)) yield members;
  }
}

type Class = [Victim, ...Victim[]];

function classesOf(sets: readonly RecordSet[]): Class[] {
  const all = new Map(sets.flatMap(({ members }) => members.map((victim) => [victim.id, victim] as const)));
  const bySignature = new Map<string, Class>();
  for (const victim of all.values()) {
    const signature = sets.map(({ ids }) => (ids.has(victim.id) ? '1' : '0')).join('');
    const known = bySignature.get(signature);
    if (known === undefined) bySignature.set(signature, [victim]);
    else known.push(victim);
  }
  return [...bySignature.values()];
}

/** Reduced row echelon form modulo a prime, without the rows that are zero. */
function rowReduce(matrix: readonly (readonly number[])[]): number[][] {
  const rows = matrix.map((row) => [...row]);
  const columns = rows[0]?.length ?? 0;
  let rank = 0;
  for (let column = 0; column < columns && rank < rows.length; column += 1) {
    const pivot = rows.findIndex((row, at) => at >= rank && row[column] !== 0);
    if (pivot < 0) continue;
    [rows[rank], rows[pivot]] = [rows[pivot]!, rows[rank]!];
    const scale = inverse(rows[rank]![column]!);
    rows[rank] = rows[rank]!.map((value) => (value * scale) % PRIME);
    for (const [at, row] of rows.entries()) {
      if (at !== rank && row[column] !== 0) rows[at] = eliminated(row, rows[rank]!, row[column]!);
    }
    rank += 1;
  }
  return rows.slice(0, rank);
}

function eliminated(row: readonly number[], pivot: readonly number[], factor: number): number[] {
  return row.map((value, at) => (value + (PRIME - factor) * pivot[at]!) % PRIME);
}

function isCombination(vector: readonly number[], reduced: readonly (readonly number[])[]): boolean {
  let rest = [...vector];
  for (const row of reduced) {
    const lead = row.findIndex((value) => value !== 0);
    if (rest[lead] !== 0) rest = eliminated(rest, row, rest[lead]!);
  }
  return rest.every((value) => value === 0);
}

function inverse(value: number): number {
  let [result, base, power] = [1, value, PRIME - 2];
  while (power > 0) {
    if (power % 2 === 1) result = (result * base) % PRIME;
    base = (base * base) % PRIME;
    power = Math.floor(power / 2);
  }
  return result;
}
