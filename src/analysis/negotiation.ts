/** What to ask for, from a pay distribution on one basis (METHODS 8). */
import type { Percentiles } from '../core/percentiles.js';
import { drawnCurve, knownPoints, logPayAt, normalQuantile } from '../stats/index.js';

/** An interval of the target wider than this on either side gives a range only. */
const RANGE_ONLY_HALF_WIDTH = 0.2;

/** Round units an ask may be written to, currency. */
const STEPS: readonly number[] = [500, 1_000, 2_500, 5_000, 10_000, 15_000, 20_000, 25_000, 50_000];

export interface AskRange {
  readonly target: number;
  readonly from: number;
  readonly to: number;
  /** Percentile the upper end stands for. */
  readonly toPercentile: number;
  /** True when the target is too uncertain for a point: only the range is said. */
  readonly rangeOnly: boolean;
  /** Rounding unit, currency. */
  readonly step: number;
}

/** What to ask for: from the target percentile to fifteen points above it, at most the 90th. */
export function askRange(percentiles: Percentiles, target = 0.5): AskRange | null {
  const median = percentiles['50'];
  const curve = drawnCurve(knownPoints(percentiles), 0);
  if (median === undefined || median.low === null || median.high === null || curve.length < 2) return null;
  const toPercentile = Math.min(target + 0.15, 0.9);
  const tenth = (median.high - median.low) / 10;
  const step = STEPS.find((candidate) => candidate >= tenth) ?? STEPS.at(-1)!;
  const round = (value: number): number => Math.round(value / step) * step;
  const goal = Math.round(Math.exp(logPayAt(curve, normalQuantile(target))));
  return {
    target: goal,
    from: Math.ceil(goal / step) * step,
    to: Math.max(Math.ceil(goal / step) * step, round(Math.exp(logPayAt(curve, normalQuantile(toPercentile))))),
    toPercentile: 100 * toPercentile,
    rangeOnly:
      median.high / median.value - 1 > RANGE_ONLY_HALF_WIDTH || 1 - median.low / median.value > RANGE_ONLY_HALF_WIDTH,
    step,
  };
}
