import { DomainError } from '../core/errors.js';
import { gammaQuantile } from './gamma-quantile.js';
import { requireLevel } from './preconditions.js';

export interface LocationQuotientInput {
  /** Jobs of the occupation in the place, not negative. */
  readonly localJobs: number;
  /** All jobs in the place, positive. */
  readonly localTotal: number;
  /** Jobs of the occupation in the country, positive. */
  readonly nationalJobs: number;
  /** All jobs in the country, positive. */
  readonly nationalTotal: number;
  /** Relative standard error of `localJobs` in the survey, fraction >= 0; 0.15 where the survey states none. */
  readonly localRse?: number | undefined;
  /** Shape of the prior, positive; 4 by default. */
  readonly priorShape?: number | undefined;
  /** Coverage, fraction in (0, 1); 0.9 by default. */
  readonly level?: number | undefined;
}

export interface LocationQuotient {
  /** Posterior mean. */
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** Unshrunk quotient. */
  readonly raw: number;
}

const DEFAULT_RSE = 0.15;
const DEFAULT_PRIOR_SHAPE = 4;

/**
 * Location quotient with gamma shrinkage towards 1: how many times as common an occupation is in a place as in the
 * country.
 *
 * Prior: gamma with mean 1 and shape 4, quartiles 0.63 and 1.28; those of the quotients that the official survey
 * publishes for states are 0.65 and 1.29. Data: jobs are a survey estimate of variance jobs + (rse jobs)^2; they count as the m = jobs^2 /
 * variance independent events that would be as uncertain, which keeps the posterior a gamma of shape 4 + m and
 * rate 4 + m / raw (Poisson when rse = 0).
 * Source: Clayton and Kaldor (1987), doi:10.2307/2532003
 * Reference: scipy.stats.gamma.ppf: test/reference
 *
 * @returns posterior mean and equal-tailed interval, ratios, low < value < high
 * @throws {DomainError} INVALID_COUNT | INVALID_SHAPE | INVALID_LEVEL
 * @example locationQuotient({ localJobs: 300, localTotal: 1e5, nationalJobs: 1.5e5, nationalTotal: 1.5e8 })
 *   // { value: 2.5267, low: 1.9261, high: 3.1945, raw: 3 }
 */
export function locationQuotient(input: LocationQuotientInput): LocationQuotient {
  const { localJobs, localTotal, nationalJobs, nationalTotal } = input;
  const { localRse = DEFAULT_RSE, priorShape = DEFAULT_PRIOR_SHAPE, level = 0.9 } = input;
  requireLevel(level);
  if (!(localJobs >= 0 && localTotal > 0 && nationalJobs > 0 && nationalTotal > 0 && localRse >= 0)) {
    throw new DomainError('INVALID_COUNT', 'A location quotient needs positive jobs and totals.');
  }
  const expected = localTotal * (nationalJobs / nationalTotal);
  const inflation = 1 + localJobs * localRse * localRse;
  const shape = priorShape + localJobs / inflation;
  const rate = priorShape + expected / inflation;
  const tail = (1 - level) / 2;
  return {
    value: shape / rate,
    low: gammaQuantile(tail, shape) / rate,
    high: gammaQuantile(1 - tail, shape) / rate,
    raw: localJobs / expected,
  };
}
