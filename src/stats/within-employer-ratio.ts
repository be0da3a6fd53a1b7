import { DomainError } from '../core/errors.js';
import { fixedEffectContrast } from './fixed-effect-contrast.js';
import { jackknifeVariance } from './jackknife-variance.js';
import { kishEffectiveSize } from './kish-effective-size.js';
import { requireLevel, requireSameLength } from './preconditions.js';
import { replicateGroups } from './replicate-groups.js';
import { tQuantile } from './t-quantile.js';

export interface WithinEmployerInput {
  /** Natural log of each offer's pay. */
  readonly logPay: readonly number[];
  /** True for offers of the higher level, whose ratio to the lower one is estimated. */
  readonly isHigher: readonly boolean[];
  /** Key of each offer's employer. */
  readonly employers: readonly (string | number)[];
  /** What is compared within an employer: source and role as a rule. */
  readonly groups: readonly (string | number)[];
  /** Coverage of the interval, fraction in (0, 1). */
  readonly level: number;
  /** How far employers with many contrasts are damped: 0 leaves rows equal, 1 makes employers equal; 0.5 unless said. */
  readonly damping?: number;
}

export interface WithinEmployerRatio {
  /** Natural log of higher over lower. */
  readonly logRatio: number;
  /** Employers with both levels in one group. */
  readonly employers: number;
  /** Kish's size of their weights. */
  readonly effectiveEmployers: number;
  /** Groups with both levels. */
  readonly contrasts: number;
  /** null where one employer alone has both levels. */
  readonly error: {
    readonly standardError: number;
    /** Degrees of freedom of the standard error. */
    readonly df: number;
    /** Limits of the t interval of the log ratio. */
    readonly low: number;
    readonly high: number;
  } | null;
}

/**
 * Ratio of pay between two levels, estimated within employers.
 *
 * Estimand: the mean over employers of the log ratio that an employer pays for the higher level in the same group.
 * Employers who pay more and have more of one level cancel out, which they do not in the ratio of two medians.
 * y = fixed effect of (employer, group) + d 1(higher) + e by weighted least squares. An employer whose contrasts have
 * the precision m = sum n1 n2 / (n1 + n2) weighs m^(1 - damping). Standard error by delete-a-group jackknife over the
 * employers that have both levels, interval by t on its groups less one.
 * Source: Abowd, Kramarz and Margolis (1999) for employer effects, doi:10.1111/1468-0262.00020; Kott (2001), Journal of
 * Official Statistics 17(4), 521-526
 * Reference: R lm(y ~ higher + factor(group), weights = w) with each employer left out in turn: test/reference
 * Assumes: employers drawn independently; an employer's ratio does not depend on its number of offers.
 *
 * @returns null when no employer has both levels in one group
 * @throws {DomainError} INVALID_LEVEL | INVALID_DAMPING | INVALID_VALUE | LENGTH_MISMATCH
 * @example withinEmployerRatio({
 *   logPay: [11, 11.2, 12, 12.3], isHigher: [false, true, false, true], employers: ['a', 'a', 'b', 'b'],
 *   groups: ['x', 'x', 'x', 'x'], level: 0.9,
 * }).logRatio // 0.25
 */
export function withinEmployerRatio(input: WithinEmployerInput): WithinEmployerRatio | null {
  const { logPay, isHigher, employers, groups, level, damping = 0.5 } = input;
  requireLevel(level);
  requireSameLength(logPay, isHigher, employers, groups);
  if (!(damping >= 0 && damping <= 1)) {
    throw new DomainError('INVALID_DAMPING', `The damping of employers must lie in [0, 1], not ${damping}.`);
  }
  const cells = groups.map((group, i) => `${typeof employers[i]}${employers[i]}\n${group}`);
  const precisions = employerPrecisions(cells, isHigher, employers);
  const kept = employers.flatMap((employer, i) => (precisions.has(employer) ? [i] : []));
  if (kept.length === 0) return null;
  const keptEmployers = kept.map((i) => employers[i]!);
  const weights = keptEmployers.map((employer) => precisions.get(employer)! ** -damping);
  const replicated = replicateGroups(weights, keptEmployers);
  const contrast = fixedEffectContrast({
    values: kept.map((i) => logPay[i]!),
    isSecond: kept.map((i) => isHigher[i]!),
    cells: kept.map((i) => cells[i]!),
    weights,
    groups: replicated,
  })!;
  return {
    logRatio: contrast.estimate,
    employers: precisions.size,
    effectiveEmployers: kishEffectiveSize([...precisions.values()].map((precision) => precision ** (1 - damping))),
    contrasts: contrast.cells,
    error: errorOf(contrast.estimate, contrast.replicates, level),
  };
}

/** Precision of the contrasts of each employer that has any: sum over its cells of n1 n2 / (n1 + n2). */
function employerPrecisions(
  cells: readonly string[],
  isHigher: readonly boolean[],
  employers: readonly (string | number)[],
): Map<string | number, number> {
  const counts = new Map<string, { employer: string | number; lower: number; higher: number }>();
  cells.forEach((cell, i) => {
    const count = counts.get(cell) ?? { employer: employers[i]!, lower: 0, higher: 0 };
    counts.set(cell, count);
    if (isHigher[i]) count.higher += 1;
    else count.lower += 1;
  });
  const precisions = new Map<string | number, number>();
  for (const { employer, lower, higher } of counts.values()) {
    const precision = (lower * higher) / (lower + higher);
    if (precision > 0) precisions.set(employer, (precisions.get(employer) ?? 0) + precision);
  }
  return precisions;
}

function errorOf(
  estimate: number,
  replicates: readonly (number | null)[],
  level: number,
): WithinEmployerRatio['error'] {
  const complete = replicates.filter((replicate) => replicate !== null);
  if (complete.length < 2 || complete.length < replicates.length) return null;
  const df = complete.length - 1;
  const standardError = Math.sqrt(jackknifeVariance(estimate, complete));
  const half = tQuantile((1 + level) / 2, df) * standardError;
  return { standardError, df, low: estimate - half, high: estimate + half };
}
