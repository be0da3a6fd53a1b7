import { DomainError } from '../core/errors.js';
import { varianceFloor } from './paule-mandel.js';
import { requireSameLength, requireWeights } from './preconditions.js';

export interface CellMomentOptions {
  /** Weights of the cells; equal when absent. */
  readonly weights?: readonly number[];
  /** Variance between cells from elsewhere, such as `pauleMandel`; the floor still applies. */
  readonly tau2?: number;
}

export interface CellMoments {
  /** Variance of the cells about their centres, never below its floor, positive. */
  readonly tau2: number;
  /** Kurtosis of the cells about their centres, above 1. */
  readonly kurtosis: number;
  /** The variance before truncation; negative where the estimates vary less than their errors explain. */
  readonly untruncatedTau2: number;
  /** Whether the variance is the floor: the cells are then not shown to differ. */
  readonly atFloor: boolean;
}

/**
 * Second moment and kurtosis of cells about their centres, by the method of moments with posterior-mean truncation.
 *
 * tau2 = max(mean(e^2 - v), 2 sum w^2 v^2 / (sum w sum w v)); kurtosis = max(mean(e^4 - 6 v e^2 + 3 v^2) / tau2^2,
 * 1 + 32 sum w^2 v^4 / (tau2^2 sum w sum w v^2)), e = estimate - centre, v its error variance, means weighted by w. The floors
 * keep few or noisy cells from shrinking to nothing.
 * Source: Armstrong, Kolesar and Plagborg-Moller (2022), doi:10.3982/ECTA18597; the default ("PMT") of their package ebci
 * Reference: NumPy, test/reference
 * Assumes: normal errors; centres known, or fitted with many more cells than parameters.
 *
 * @param estimates one per cell, finite
 * @param variances error variance of each, positive
 * @param centres   what each is shrunk towards
 * @throws {DomainError} NO_VALUES | INVALID_VALUE | INVALID_VARIANCE | INVALID_WEIGHT | LENGTH_MISMATCH
 * @example cellMoments([0.4, -0.4, 0.5, -0.5], [0.01, 0.01, 0.01, 0.01], [0, 0, 0, 0])
 *   // { tau2: 0.195, kurtosis: 1.0210 }
 */
export function cellMoments(
  estimates: readonly number[],
  variances: readonly number[],
  centres: readonly number[],
  options: CellMomentOptions = {},
): CellMoments {
  const weights = options.weights ?? estimates.map(() => 1);
  requireSameLength(estimates, variances, centres, weights);
  if (estimates.length === 0) throw new DomainError('NO_VALUES', 'Moments need at least one cell.');
  const total = requireWeights(weights);
  let second = 0;
  let fourth = 0;
  let fourthFloor = 0;
  let squaredVariances = 0;
  estimates.forEach((estimate, i) => {
    const weight = weights[i]!;
    const variance = variances[i]!;
    const square = (estimate - centres[i]!) ** 2;
    requireCell(square, variance);
    second += weight * (square - variance);
    fourth += weight * (square * square - 6 * variance * square + 3 * variance * variance);
    fourthFloor += 32 * (weight * variance * variance) ** 2;
    squaredVariances += weight * variance * variance;
  });
  const untruncatedTau2 = options.tau2 ?? second / total;
  const floor = varianceFloor(variances, weights);
  const tau2 = Math.max(untruncatedTau2, floor);
  const leastFourth = tau2 * tau2 + fourthFloor / (total * squaredVariances);
  return {
    tau2,
    kurtosis: Math.max(fourth / total, leastFourth) / (tau2 * tau2),
    untruncatedTau2,
    atFloor: untruncatedTau2 < floor,
  };
}

function requireCell(square: number, variance: number): void {
  if (!(square < Infinity)) throw new DomainError('INVALID_VALUE', 'Estimates and centres must be finite.');
  if (!(variance > 0 && variance < Infinity)) {
    throw new DomainError('INVALID_VARIANCE', `Variances of estimates must be positive and finite, not ${variance}.`);
  }
}
