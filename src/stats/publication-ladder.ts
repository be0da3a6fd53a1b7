import { DomainError } from '../core/errors.js';

/** `direct`: from the scope's own observations. `modelled`: only with borrowed strength. `none`: not from here. */
export type PublicationStep = 'none' | 'modelled' | 'direct';

export interface PublicationLadder {
  readonly median: PublicationStep;
  /** P25 and P75. */
  readonly quartiles: PublicationStep;
  /** P10 and P90. */
  readonly tails: PublicationStep;
  /** One employer holds more than a quarter of the weight: the cell must say so. */
  readonly dominated: boolean;
}

export interface LadderEvidence {
  /** Kish's size of the employers' weight totals. */
  readonly effectiveEmployers: number;
  /** Kish's size of the observations' weights, at most n. */
  readonly effectiveN: number;
  /** Observations. */
  readonly n: number;
  /** Largest share of the weight held by one employer, fraction in (0, 1]. */
  readonly dominantShare?: number | undefined;
}

const FEWEST_EMPLOYERS = 5;
const EMPLOYERS_FOR_MEDIAN = 10;
const EMPLOYERS_FOR_QUARTILES = 11;
const EMPLOYERS_FOR_TAILS = 20;
const OBSERVATIONS_FOR_TAILS = 29;
const LARGEST_SHARE = 0.25;

/**
 * Which percentiles a scope's own observations can carry.
 *
 * Below 5 effective employers none; the median modelled from 5 and direct from 10; quartiles direct from 11; P10 and
 * P90 from 20 with both n and effective n at least 29. What is not direct is modelled from 5 on.
 * Why: measured coverage of the direct intervals, test/calibration/results.json.
 *
 * @throws {DomainError} INVALID_COUNT when a size is negative or not a number
 * @example publicationLadder({ effectiveEmployers: 12, effectiveN: 40, n: 55 })
 *   // { median: 'direct', quartiles: 'direct', tails: 'modelled', dominated: false }
 */
export function publicationLadder(evidence: LadderEvidence): PublicationLadder {
  const { effectiveEmployers, effectiveN, n, dominantShare = 0 } = evidence;
  if (!(effectiveEmployers >= 0 && effectiveN >= 0 && n >= 0)) {
    throw new DomainError('INVALID_COUNT', 'Sizes of the evidence must be numbers that are not negative.');
  }
  const step = (direct: boolean): PublicationStep =>
    effectiveEmployers < FEWEST_EMPLOYERS ? 'none' : direct ? 'direct' : 'modelled';
  return {
    median: step(effectiveEmployers >= EMPLOYERS_FOR_MEDIAN),
    quartiles: step(effectiveEmployers >= EMPLOYERS_FOR_QUARTILES),
    tails: step(effectiveEmployers >= EMPLOYERS_FOR_TAILS && Math.min(n, effectiveN) >= OBSERVATIONS_FOR_TAILS),
    dominated: dominantShare > LARGEST_SHARE,
  };
}
