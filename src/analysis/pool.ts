/** Several sources of one basis put together, or kept apart when they disagree (METHODS 3). */
import type { PercentileEstimate, PercentileKey } from '../core/finding.js';
import { PERCENTILES, type Percentiles, type SourceEstimate } from './estimate.js';
import { type JointEmployers, jointEmployers, sharedCorrelation } from './joint-employers.js';

/** Medians of sources that differ by more than this, in log points, are not combined into one claim. */
export const DISAGREEMENT_LOG_POINTS = 0.15;

/** By source id. */
export type SourceBiasPoints = ReadonlyMap<string, number>;

const NONE: SourceBiasPoints = new Map();

export interface PooledPay {
  readonly percentiles: Percentiles;
  readonly agreement: 'one-source' | 'agree' | 'disagree';
  /** Largest difference between source medians, log points; 0 for one source. */
  readonly gapLogPoints: number;
  /** True where they agree only once the known biases of the sources are taken off. */
  readonly gapExplained: boolean;
  /** Estimates that carry a median. */
  readonly contributing: readonly SourceEstimate[];
  /** The employers behind all of them. */
  readonly joint: JointEmployers;
}

/**
 * Equal-weight pool of the sources' percentiles on the log scale: a large file does not outweigh its own bias.
 * Where medians differ by more than .15 log points the interval spans each source's own; otherwise it is that of the
 * mean of the estimates, correlated as far as they share employers, widened by half the difference between them.
 *
 * Whether medians differ is judged after the modelled bias of each source, where all of them have one; the figures stay
 * as observed.
 *
 * @param biases log points by which sources lie above the official survey for this work
 * @returns null when no source supports a median
 */
export function poolSources(estimates: readonly SourceEstimate[], biases: SourceBiasPoints = NONE): PooledPay | null {
  const contributing = estimates.filter((estimate) => estimate.percentiles['50'] !== undefined);
  if (contributing.length === 0) return null;
  const medians = contributing.map((estimate) => Math.log(estimate.percentiles['50']!.value));
  const gapLogPoints = gapOf(medians);
  const known = contributing.map(({ source }) => biases.get(source));
  const unbiased = medians.map((median, index) => median - (known[index] ?? 0));
  const disagree =
    (known.includes(undefined) ? gapLogPoints : Math.min(gapLogPoints, gapOf(unbiased))) > DISAGREEMENT_LOG_POINTS;
  const correlations = contributing.map((one, i) =>
    contributing.map((other, j) => (i === j ? 1 : sharedCorrelation(one, other))),
  );
  const percentiles: Partial<Record<PercentileKey, PercentileEstimate>> = {};
  for (const key of PERCENTILES) {
    const each = contributing.map((estimate) => estimate.percentiles[key]);
    if (each.every((entry) => entry !== undefined)) {
      percentiles[key] = disagree ? spanning(each) : averaged(each, correlations);
    }
  }
  return {
    percentiles,
    agreement: contributing.length === 1 ? 'one-source' : disagree ? 'disagree' : 'agree',
    gapLogPoints,
    gapExplained: !disagree && gapLogPoints > DISAGREEMENT_LOG_POINTS,
    contributing,
    joint: jointEmployers(contributing),
  };
}

function gapOf(values: readonly number[]): number {
  return Math.max(...values) - Math.min(...values);
}

function spanning(each: readonly PercentileEstimate[]): PercentileEstimate {
  return {
    value: geometricMean(each.map((entry) => entry.value)),
    low: Math.min(...each.map((entry) => entry.low ?? entry.value)),
    high: Math.max(...each.map((entry) => entry.high ?? entry.value)),
  };
}

type Correlations = readonly (readonly number[])[];

function averaged(each: readonly PercentileEstimate[], correlations: Correlations): PercentileEstimate {
  const value = geometricMean(each.map((entry) => entry.value));
  const logs = each.map((entry) => Math.log(entry.value));
  const halfGap = (Math.max(...logs) - Math.min(...logs)) / 2;
  const down = halfWidth(
    each.map((entry) => Math.log(entry.value / (entry.low ?? entry.value))),
    correlations,
  );
  const up = halfWidth(
    each.map((entry) => Math.log((entry.high ?? entry.value) / entry.value)),
    correlations,
  );
  return { value, low: value * Math.exp(-Math.hypot(down, halfGap)), high: value * Math.exp(Math.hypot(up, halfGap)) };
}

/** Half-width of the mean: the variances and twice the covariances. */
function halfWidth(widths: readonly number[], correlations: Correlations): number {
  let shared = 0;
  for (let i = 0; i < widths.length; i += 1) {
    for (let j = 0; j < i; j += 1) shared += 2 * correlations[i]![j]! * widths[i]! * widths[j]!;
  }
  const alone = Math.hypot(...widths);
  return (shared === 0 ? alone : Math.sqrt(alone ** 2 + shared)) / widths.length;
}

function geometricMean(values: readonly number[]): number {
  return Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length);
}
