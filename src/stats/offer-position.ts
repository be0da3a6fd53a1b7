import type { OfferPosition } from '../core/offer.js';
import type { Percentiles } from '../core/percentiles.js';
import { normalCdf } from './normal-cdf.js';
import { normalQuantile } from './normal-quantile.js';
import { drawnCurve, knownPoints, logPayAt, scoreOf } from './pay-curve.js';

/** Draws of the distribution's uncertainty: equally likely normal scores, the same in every run. */
const DRAWS = 199;

const SCORES: readonly number[] = Array.from({ length: DRAWS }, (_, draw) => normalQuantile((draw + 0.5) / DRAWS));

/** Probability at which an offer is called below the market. */
export const BELOW_MARKET_PROBABILITY = 0.8;

/**
 * Position of an offer.
 *
 * Pay at percentile p is drawn as the estimate moved along its own interval; one score moves all percentiles together,
 * because they share their employers. Between percentiles log pay is linear in the normal score; beyond the outermost
 * known percentiles the end segments go on.
 *
 * @param percentiles at least two of the five, increasing
 * @param offer whole currency units a year, > 0
 * @param target percentile the offer is held against, fraction
 */
export function offerPosition(percentiles: Percentiles, offer: number, target = 0.5): OfferPosition {
  const positions: number[] = [];
  const ratios: number[] = [];
  let below = 0;
  const points = knownPoints(percentiles);
  for (const score of SCORES) {
    const curve = drawnCurve(points, score);
    const position = normalCdf(scoreOf(curve, Math.log(offer)));
    positions.push(100 * position);
    ratios.push(offer / Math.exp(logPayAt(curve, 0)));
    if (position < target) below += 1;
  }
  positions.sort((a, b) => a - b);
  ratios.sort((a, b) => a - b);
  const centre = drawnCurve(points, 0);
  const belowProbability = below / DRAWS;
  return {
    percentile: 100 * normalCdf(scoreOf(centre, Math.log(offer))),
    low: at(positions, 0.05),
    high: at(positions, 0.95),
    belowProbability,
    belowMarket: belowProbability >= BELOW_MARKET_PROBABILITY,
    compaRatio: { value: offer / Math.exp(logPayAt(centre, 0)), low: at(ratios, 0.05), high: at(ratios, 0.95) },
  };
}

function at(sorted: readonly number[], p: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(p * sorted.length))]!;
}
