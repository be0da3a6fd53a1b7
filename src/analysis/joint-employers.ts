/** Employers that speak in several sources: counted once, and no independent witness the second time. */
import type { SourceCell } from './estimate.js';

/** Sources whose estimates correlate above this through shared employers are one witness. */
const SAME_WITNESS = 0.5;

export interface JointEmployers {
  /** Distinct employers; null where a source names none. */
  readonly employers: number | null;
  /** Effective employers of all, those of several sources counted once. */
  readonly effective: number;
  /** True when at least two of the sources rest on different employers for the most part. */
  readonly independent: boolean;
}

/** What several cells rest on together; worked out once for the same cells. */
export function jointEmployers(cells: readonly SourceCell[]): JointEmployers {
  let known = JOINT;
  for (const { clusters } of cells) known = below(known.next, clusters, () => ({ next: new WeakMap() }));
  known.joint ??= countJoint(cells);
  return known.joint;
}

/** Wide cells lend their spread to hundreds of narrow ones: the clusters of each cell are its identity. */
interface KnownJoint {
  joint?: JointEmployers;
  readonly next: WeakMap<readonly string[], KnownJoint>;
}

const JOINT: KnownJoint = { next: new WeakMap() };

function below<V>(known: WeakMap<readonly string[], V>, clusters: readonly string[], make: () => V): V {
  let value = known.get(clusters);
  if (value === undefined) {
    value = make();
    known.set(clusters, value);
  }
  return value;
}

function countJoint(cells: readonly SourceCell[]): JointEmployers {
  const names = cells.map((cell) => new Set(cell.clusters));
  const distinct = new Set(names.flatMap((each) => [...each])).size;
  const counted = names.reduce((sum, each) => sum + each.size, 0);
  const effective = cells.reduce((sum, cell) => sum + cell.effectiveEmployers, 0);
  const witnesses = cells.filter(
    (cell, index) => !cells.slice(0, index).some((other) => sharedCorrelation(cell, other) > SAME_WITNESS),
  );
  return {
    employers: employersOf(cells),
    effective: distinct === counted ? effective : (effective * distinct) / counted,
    independent: witnesses.length > 1,
  };
}

function employersOf(cells: readonly SourceCell[]): number | null {
  if (cells.some((cell) => cell.employers === null)) return null;
  return new Set(cells.flatMap((cell) => cell.rows.map((row) => row.employer))).size;
}

/**
 * Correlation of two sources' means through the employers that both hold.
 *
 * Where pay of an offer is its employer's effect plus noise, means with shares a and b of the employers correlate by
 * sum a b / sqrt(sum a^2 sum b^2): 0 without a shared employer, 1 for the same employers in the same shares.
 *
 * @returns fraction in [0, 1]
 */
export function sharedCorrelation(one: SourceCell, other: SourceCell): number {
  const known = below(CORRELATIONS, one.clusters, () => new WeakMap());
  return below(known, other.clusters, () => correlate(one, other));
}

const CORRELATIONS = new WeakMap<readonly string[], WeakMap<readonly string[], number>>();

function correlate(one: SourceCell, other: SourceCell): number {
  const [a, b] = [totalsOf(one), totalsOf(other)];
  let product = 0;
  for (const [cluster, count] of a) product += count * (b.get(cluster) ?? 0);
  return product === 0 ? 0 : product / Math.sqrt(squares(a) * squares(b));
}

function totalsOf({ clusters }: SourceCell): Map<string, number> {
  const totals = new Map<string, number>();
  for (const cluster of clusters) totals.set(cluster, (totals.get(cluster) ?? 0) + 1);
  return totals;
}

function squares(totals: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const count of totals.values()) sum += count * count;
  return sum;
}
