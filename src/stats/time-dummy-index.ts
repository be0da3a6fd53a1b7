import { DomainError } from '../core/errors.js';
import { fixedEffectContrast } from './fixed-effect-contrast.js';
import { jackknifeVariance } from './jackknife-variance.js';
import { requireLevel, requireSameLength } from './preconditions.js';
import { type ReplicateGroups, replicateGroups } from './replicate-groups.js';
import { tQuantile } from './t-quantile.js';

export interface TimeDummyInput {
  /** Natural log of each offer's pay. */
  readonly logPay: readonly number[];
  /** Period of each offer, whole numbers that rise by one from period to period. */
  readonly periods: readonly number[];
  /** Key of what is held constant: role, level, place and source as a rule. */
  readonly cells: readonly (string | number)[];
  /** Key of what varies together: the employer, or the advertised range where none is named. */
  readonly clusters: readonly (string | number)[];
  /** Not negative; equal unless said. */
  readonly weights?: readonly number[];
  /** Coverage of the intervals, fraction in (0, 1). */
  readonly level: number;
}

export interface IndexPoint {
  readonly period: number;
  /** Log of the index, 0 in the first period. */
  readonly logIndex: number;
  /** Log change from the period before; null in the first. */
  readonly change: number | null;
  /** Cells seen in both this period and the one before. */
  readonly cells: number;
  /** Offers of this period. */
  readonly offers: number;
  /** Of the log index and of the change from the period before; null in the first period, or with a single cluster. */
  readonly error: {
    readonly standardError: number;
    readonly changeStandardError: number;
    readonly df: number;
    readonly low: number;
    readonly high: number;
  } | null;
}

/**
 * Index of pay at constant composition: adjacent-period time-dummy regression, chained.
 *
 * For each two neighbouring periods ln y = fixed effect of the cell + d 1(later) + e by least squares; the log index is
 * the sum of the d. Cells seen in one of the two periods drop out of their change. Standard errors by delete-a-group
 * jackknife with the same groups in every pair, so that errors of neighbouring changes, which share a period, add up
 * as they must; intervals by t on the groups less one.
 * Source: Triplett (2006), Handbook on Hedonic Indexes, chapter III, doi:10.1787/9789264028159-en; Kott (2001)
 * Reference: R lm(y ~ later + factor(cell)) pair by pair, each cluster left out in turn: test/reference
 * Assumes: clusters independent; what changes inside a cell (its employers above all) does not drift with pay.
 *
 * @returns points from the first period to the last that neighbouring cells reach: a period without a cell in common
 *   with the one before ends the index, as nothing can be said of the change; empty without offers
 * @throws {DomainError} INVALID_PERIOD | INVALID_LEVEL | INVALID_VALUE | INVALID_WEIGHT | LENGTH_MISMATCH
 * @example timeDummyIndex({
 *   logPay: [11, 12, 11.1, 12.1, 11.2], periods: [0, 0, 1, 1, 2], cells: ['a', 'b', 'a', 'b', 'a'],
 *   clusters: [1, 2, 3, 4, 5], level: 0.9,
 * })[2].logIndex // 0.2
 */
export function timeDummyIndex(input: TimeDummyInput): readonly IndexPoint[] {
  const { logPay, periods, cells, clusters, level } = input;
  requireLevel(level);
  const weights = input.weights ?? logPay.map(() => 1);
  requireSameLength(logPay, periods, cells, clusters, weights);
  if (!periods.every(Number.isSafeInteger)) {
    throw new DomainError('INVALID_PERIOD', 'Periods of an index must be whole numbers.');
  }
  if (logPay.length === 0) return [];
  const groups = replicateGroups(weights, clusters);
  const byPeriod = rowsByPeriod(periods);
  let period = Math.min(...byPeriod.keys());
  const replicates: (number | null)[] = Array.from({ length: groups.count }, () => 0);
  const points: IndexPoint[] = [
    { period, logIndex: 0, change: null, cells: 0, offers: byPeriod.get(period)!.length, error: null },
  ];
  for (let later = byPeriod.get(period + 1); later !== undefined; later = byPeriod.get(period + 1)) {
    const rows = [...byPeriod.get(period)!, ...later];
    const contrast = fixedEffectContrast({
      values: rows.map((i) => logPay[i]!),
      isSecond: rows.map((i) => periods[i] === period + 1),
      cells: rows.map((i) => cells[i]!),
      weights: rows.map((i) => weights[i]!),
      groups: partOf(groups, rows),
    });
    if (contrast === null) break;
    period += 1;
    const { estimate: change } = contrast;
    contrast.replicates.forEach((without, group) => {
      const before = replicates[group]!;
      replicates[group] = before === null || without === null ? null : before + without;
    });
    const logIndex = points.at(-1)!.logIndex + change;
    const error = errorOf({ logIndex, chained: replicates, change, changes: contrast.replicates, level });
    points.push({ period, logIndex, change, cells: contrast.cells, offers: later.length, error });
  }
  return points;
}

function rowsByPeriod(periods: readonly number[]): Map<number, number[]> {
  const rows = new Map<number, number[]>();
  periods.forEach((period, i) => {
    const own = rows.get(period);
    if (own === undefined) rows.set(period, [i]);
    else own.push(i);
  });
  return rows;
}

function partOf(groups: ReplicateGroups, rows: readonly number[]): ReplicateGroups {
  return { groupOf: Int32Array.from(rows, (i) => groups.groupOf[i]!), count: groups.count };
}

interface Replicated {
  readonly logIndex: number;
  readonly chained: readonly (number | null)[];
  readonly change: number;
  readonly changes: readonly (number | null)[];
  readonly level: number;
}

function errorOf({ logIndex, chained, change, changes, level }: Replicated): IndexPoint['error'] {
  const complete = chained.filter((replicate) => replicate !== null);
  if (complete.length < 2 || complete.length < chained.length) return null;
  const df = complete.length - 1;
  const standardError = Math.sqrt(jackknifeVariance(logIndex, complete));
  const own = changes.filter((replicate) => replicate !== null);
  const half = tQuantile((1 + level) / 2, df) * standardError;
  return {
    standardError,
    changeStandardError: Math.sqrt(jackknifeVariance(change, own)),
    df,
    low: logIndex - half,
    high: logIndex + half,
  };
}
