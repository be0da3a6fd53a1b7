/** A prediction for all levels together: the mixture of those of the levels, in the shares that offers have. */
import type { PercentileKey } from '../core/finding.js';
import type { LevelId } from '../core/level.js';
import type { PayPrediction, ResidualQuantile } from '../core/pay-model.js';
import { PERCENTILES, type SourceCell } from './estimate.js';
import { mixedQuantile, SCORES } from './mixed-quantile.js';

/** Shares of levels in offers, null for those that state none; fractions that sum to 1. */
export type LevelShares = ReadonlyMap<LevelId | null, number>;

/**
 * Levels of the offers of one scope: a cluster counts once in its source, and every source alike. Interns are left out:
 * the model does not speak of them.
 *
 * @returns only "none stated" where there is no offer
 */
export function levelShares(cells: readonly SourceCell[]): LevelShares {
  let shares = KNOWN_SHARES.get(cells);
  if (shares === undefined) {
    shares = countShares(cells);
    KNOWN_SHARES.set(cells, shares);
  }
  return shares;
}

/** The pages of one role share the cells of its country. */
const KNOWN_SHARES = new WeakMap<readonly SourceCell[], LevelShares>();

function countShares(cells: readonly SourceCell[]): LevelShares {
  const shares = new Map<LevelId | null, number>();
  const known = cells.filter(({ rows }) => rows.some(({ level }) => level !== 'intern'));
  for (const { rows, clusters } of known) {
    const sizes = new Map<string, number>();
    const kept = rows.flatMap(({ level }, index) => (level === 'intern' ? [] : [{ level, cluster: clusters[index]! }]));
    for (const { cluster } of kept) sizes.set(cluster, (sizes.get(cluster) ?? 0) + 1);
    for (const { level, cluster } of kept) {
      const weight = 1 / (sizes.get(cluster)! * sizes.size * known.length);
      shares.set(level, (shares.get(level) ?? 0) + weight);
    }
  }
  return shares.size === 0 ? new Map([[null, 1]]) : shares;
}

/**
 * Mixes predictions: quantiles of the mixture of their distributions; variances and errors are share-weighted means,
 * since what a fit has wrong about one level it has wrong about the others.
 *
 * @param parts at least one
 */
export function mixedPrediction(
  parts: readonly { readonly share: number; readonly prediction: PayPrediction }[],
): PayPrediction {
  const total = parts.reduce((sum, { share }) => sum + share, 0);
  const mean = (of: (prediction: PayPrediction) => number): number =>
    parts.reduce((sum, { share, prediction }) => sum + (share / total) * of(prediction), 0);
  const curves = parts.map(({ share, prediction }) => ({
    share,
    points: PERCENTILES.map((key) => ({
      score: SCORES[key],
      log: prediction.centre + prediction.residuals[key].value,
    })),
  }));
  const centre = mixedQuantile(curves, 0.5);
  const residuals: Partial<Record<PercentileKey, ResidualQuantile>> = {};
  for (const key of PERCENTILES) {
    const sd = mean((prediction) => prediction.residuals[key].sd);
    residuals[key] = { value: key === '50' ? 0 : mixedQuantile(curves, Number(key) / 100) - centre, sd };
  }
  return {
    ...parts[0]!.prediction,
    centre,
    cellVariance: mean(({ cellVariance }) => cellVariance),
    cellKurtosis: mean(({ cellKurtosis }) => cellKurtosis),
    predictionVariance: mean(({ predictionVariance }) => predictionVariance),
    residuals: residuals as PayPrediction['residuals'],
  };
}
