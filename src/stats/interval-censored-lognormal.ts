import { DomainError } from '../core/errors.js';
import { type CensoredNormalFit, censoredNormalFit } from './censored-normal-fit.js';
import type { CensoredSample } from './censored-normal-likelihood.js';
import { normalCdf } from './normal-cdf.js';
import { normalQuantile } from './normal-quantile.js';
import type { PayDistribution } from './pay-distribution.js';
import { requireSameLength, requireWeights } from './preconditions.js';
import { statedIntervals } from './stated-intervals.js';

export interface LognormalDistribution extends PayDistribution {
  /** Mean of log pay. */
  readonly mu: number;
  /** Standard deviation of log pay, positive. */
  readonly sigma: number;
  /**
   * `maximum`: the likelihood has a finite maximum. `boundary`: all ranges share a common value, so the likelihood
   * is highest at sigma = 0; mu and sigma are then the moments of the ranges' mixture of uniforms on the log scale.
   */
  readonly solution: 'maximum' | 'boundary';
}

/** Without a bounded range the likelihood may rise for ever with sigma; no pay varies by e^10 either way. */
const WIDEST_SIGMA = 10;

/**
 * Lognormal distribution of values known only to lie in ranges, by maximum likelihood.
 *
 * Estimand: the distribution of the one value behind each range, if pay is lognormal and the range's position says
 * nothing more about it. Likelihood: prod (F(high_i) - F(low_i))^(w_i); a single amount uses its heaping interval, or
 * its density when it is not heaped; a range without an upper end is right-censored, one with low = 0 left-censored.
 * Source: Lindsey and Ryan (1998), doi:10.1002/(SICI)1097-0258(19980130)17:2<219::AID-SIM735>3.0.CO;2-O
 * Reference: R survival::survreg(dist = "lognormal", type = "interval2"), test/reference; scipy.optimize on the same
 * likelihood
 * Assumes: lognormal shape; wide ranges that overlap make sigma too small rather than too large. Beyond a top code the
 * figure is the shape's, not the data's: see `topCodedQuantile`.
 *
 * @param lows    annual pay, positive, or 0
 * @param highs   annual pay, >= lows, or Infinity
 * @param weights not negative, at least one positive
 * @throws {DomainError} TOO_FEW_OBSERVATIONS unless two distinct ranges with a finite, positive end have weight;
 *   NOT_IDENTIFIED when every range is open at one end and they say too little of the spread;
 *   INVALID_RANGE | INVALID_WEIGHT | LENGTH_MISMATCH
 * @example intervalCensoredLognormal([90_000, 120_000, 150_000], [110_000, 160_000, 200_000], [1, 1, 1]).quantile(0.5)
 *   // 132697
 */
export function intervalCensoredLognormal(
  lows: readonly number[],
  highs: readonly number[],
  weights: readonly number[],
): LognormalDistribution {
  requireSameLength(lows, highs, weights);
  requireWeights(weights);
  const stated = statedIntervals(lows, highs);
  if (!hasTwoDistinct(stated.lows, stated.highs, weights)) {
    throw new DomainError('TOO_FEW_OBSERVATIONS', 'A lognormal fit needs at least two distinct ranges.');
  }
  const intervals = {
    lows: Float64Array.from(stated.lows, Math.log),
    highs: Float64Array.from(stated.highs, Math.log),
    weights: Float64Array.from(weights),
  };
  const fit = censoredNormalFit(intervals);
  if (!someBounded(intervals) && (fit.solution === 'boundary' || fit.sigma > WIDEST_SIGMA)) {
    throw new DomainError('NOT_IDENTIFIED', 'Ranges that are all open at one end do not determine a lognormal here.');
  }
  return lognormal(fit);
}

/** Lognormal distribution with the parameters of a fit on the log scale. */
export function lognormal({ mu, sigma, solution }: CensoredNormalFit): LognormalDistribution {
  return {
    mu,
    sigma,
    solution,
    cdf: (x) => (x <= 0 ? 0 : normalCdf((Math.log(x) - mu) / sigma)),
    quantile: (p) => (p <= 0 ? 0 : p >= 1 ? Infinity : Math.exp(mu + sigma * normalQuantile(p))),
  };
}

function someBounded({ lows, highs, weights }: CensoredSample): boolean {
  return lows.some((low, i) => weights[i]! > 0 && low > -Infinity && highs[i]! < Infinity);
}

function hasTwoDistinct(lows: readonly number[], highs: readonly number[], weights: readonly number[]): boolean {
  let first = -1;
  for (let i = 0; i < lows.length; i++) {
    if (weights[i] === 0 || (lows[i] === 0 && highs[i] === Infinity)) continue;
    if (first >= 0 && (lows[i] !== lows[first] || highs[i] !== highs[first])) return true;
    if (first < 0) first = i;
  }
  return false;
}
