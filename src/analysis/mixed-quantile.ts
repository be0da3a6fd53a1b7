/** Quantiles of a mixture whose parts are known by a few percentiles of log pay each. */
import type { PercentileKey } from '../core/finding.js';
import { normalCdf } from '../stats/index.js';

/** Normal scores of the percentiles. */
export const SCORES: Readonly<Record<PercentileKey, number>> = {
  '10': -1.2815515655446004,
  '25': -0.6744897501960817,
  '50': 0,
  '75': 0.6744897501960817,
  '90': 1.2815515655446004,
};

/** One part: its weight, and points of log pay by normal score, joined by straight lines whose ends go on. */
export interface Curve {
  readonly share: number;
  readonly points: readonly { readonly score: number; readonly log: number }[];
}

/** Spread of a part that is known by a single point, log points. */
const SPREAD_OF_ONE_POINT = 0.35;

/**
 * Log pay at which the mixture reaches p, by bisection on the fraction below.
 *
 * @param curves shares need not sum to 1
 * @param p fraction in (0, 1)
 */
export function mixedQuantile(curves: readonly Curve[], p: number): number {
  const total = curves.reduce((sum, curve) => sum + curve.share, 0);
  let low = Math.log(1_000);
  let high = Math.log(5_000_000);
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    // No number lies between the ends.
    if (middle === low || middle === high) break;
    let below = 0;
    for (const { share, points } of curves) below += share * normalCdf(scoreAt(points, middle));
    if (below / total < p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Normal score of a log pay on one part's curve. */
function scoreAt(points: Curve['points'], log: number): number {
  if (points.length === 1) return (log - points[0]!.log) / SPREAD_OF_ONE_POINT;
  let index = 1;
  while (index < points.length - 1 && log > points[index]!.log) index += 1;
  const a = points[index - 1]!;
  const b = points[index]!;
  const run = Math.max(b.log - a.log, 1e-9);
  return a.score + ((log - a.log) / run) * (b.score - a.score);
}
