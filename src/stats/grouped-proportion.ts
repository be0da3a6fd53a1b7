import { jackknifeVariance } from './jackknife-variance.js';
import { effectiveEmployers } from './kish-effective-size.js';
import { kornGraubardInterval } from './korn-graubard-interval.js';
import { requireLevel, requireSameLength } from './preconditions.js';
import { replicateGroups } from './replicate-groups.js';

export interface GroupedProportionInput {
  /** Whether each observation has the property. */
  readonly holds: readonly boolean[];
  /** Not negative, at least one positive. */
  readonly weights: readonly number[];
  /** Key of each observation's employer. */
  readonly employers: readonly (string | number)[];
  /** Coverage, fraction in (0, 1). */
  readonly level: number;
}

export interface GroupedProportion {
  /** Weighted proportion, fraction in [0, 1]. */
  readonly value: number;
  /** null when one employer holds all weight. */
  readonly interval: { readonly low: number; readonly high: number } | null;
  readonly effectiveEmployers: number;
}

/**
 * A proportion with an interval that respects employers: delete-a-group jackknife variance, Korn-Graubard beta limits.
 *
 * Where all observations agree the jackknife sees no variance: there the effective number of employers, and not of
 * observations, is the size of the sample (Clopper-Pearson at 0 or 1).
 * Source: Korn and Graubard (1998), Survey Methodology 24(2), 193-201; Kott (2001), Journal of Official Statistics 17(4)
 * Reference: R survey::svymean on as.svrepdesign(type = "JK1"), qbeta: test/reference
 * Assumes: employers are drawn independently.
 *
 * @throws {DomainError} INVALID_LEVEL | INVALID_WEIGHT | LENGTH_MISMATCH
 * @example groupedProportion({ holds: [true, true, false, false], weights: [1, 1, 1, 1], employers: [1, 2, 3, 4], level: 0.9 }).value // 0.5
 */
export function groupedProportion({ holds, weights, employers, level }: GroupedProportionInput): GroupedProportion {
  requireLevel(level);
  requireSameLength(holds, weights, employers);
  const effective = effectiveEmployers(weights, employers);
  const groups = replicateGroups(weights, employers);
  const total = new Float64Array(groups.count);
  const holding = new Float64Array(groups.count);
  for (let i = 0; i < holds.length; i++) {
    const group = groups.groupOf[i]!;
    total[group]! += weights[i]!;
    if (holds[i]) holding[group]! += weights[i]!;
  }
  const all = sum(total);
  const having = sum(holding);
  const value = having / all;
  if (groups.count < 2) return { value, interval: null, effectiveEmployers: effective };
  if (value === 0 || value === 1)
    return { value, interval: limits(value, effective, level), effectiveEmployers: effective };
  const replicates = Array.from(total, (weight, group) => (having - holding[group]!) / (all - weight));
  const variance = jackknifeVariance(value, replicates);
  const { low, high } = kornGraubardInterval({ p: value, variance, n: holds.length, df: groups.count - 1, level });
  return { value, interval: { low, high }, effectiveEmployers: effective };
}

/** Clopper-Pearson limits for none or all of n. */
function limits(value: 0 | 1, n: number, level: number): { low: number; high: number } {
  const far = ((1 - level) / 2) ** (1 / n);
  return value === 0 ? { low: 0, high: 1 - far } : { low: far, high: 1 };
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}
