import { DomainError } from '../core/errors.js';
import { remembered } from '../core/recent.js';
import { worstNonCoverage } from './average-non-coverage.js';
import { bracketedRoot } from './bracketed-root.js';
import { requireLevel } from './preconditions.js';

/**
 * Critical value of an interval around a biased estimate that covers on average, whatever the biases' distribution.
 *
 * The smallest chi at which |Z + b| <= chi with mean probability >= 1 - alpha for every distribution of the normalised
 * bias b with E b^2 = m2 and E b^4 <= kurtosis m2^2; Z standard normal. Called cva in the paper.
 * Source: Armstrong, Kolesar and Plagborg-Moller (2022), Robust Empirical Bayes Confidence Intervals,
 * doi:10.3982/ECTA18597
 * Reference: the linear programme on a grid of b^2 by scipy.optimize.linprog, test/reference; the values in the tests of
 * the authors' R package ebci
 *
 * @param m2       second moment of the bias in standard errors, finite, not negative
 * @param kurtosis largest kurtosis of the bias, >= 1; Infinity when nothing is known of it
 * @param alpha    non-coverage, fraction in (0, 1)
 * @returns multiple of the standard error; the normal quantile when m2 is 0
 * @throws {DomainError} INVALID_MOMENT | INVALID_LEVEL
 * @example criticalValue(1, 3, 0.2) // 1.84947
 */
export function criticalValue(m2: number, kurtosis: number, alpha: number): number {
  requireLevel(alpha);
  if (!(m2 >= 0 && m2 < Infinity)) {
    throw new DomainError('INVALID_MOMENT', `A second moment must be finite and not negative, not ${m2}.`);
  }
  if (!(kurtosis >= 1)) throw new DomainError('INVALID_MOMENT', `A kurtosis is at least 1, not ${kurtosis}.`);
  let last = { chi: Number.NaN, worst: worstNonCoverage(m2, kurtosis, 0) };
  const at = (chi: number): typeof last.worst => {
    if (chi !== last.chi) last = { chi, worst: worstNonCoverage(m2, kurtosis, chi) };
    return last.worst;
  };
  // Chebyshev's inequality: E (Z + b)^2 = 1 + m2.
  const high = Math.sqrt((1 + m2) / alpha);
  return bracketedRoot({
    f: (chi) => alpha - at(chi).value,
    derivative: (chi) => -at(chi).slope,
    low: 0,
    high,
    start: Math.min(high, 2 + Math.sqrt(m2)),
    tolerance: 1e-11,
  });
}

/** The cells of a market share few values of their moments; numbers printed by JavaScript are read back exactly. */
const knownCriticalValue = remembered(4096, (moments: string): number => {
  const [m2, kurtosis, alpha] = moments.split(' ').map(Number);
  return criticalValue(m2!, kurtosis!, alpha!);
});

export interface CellEstimate {
  /** The cell's own estimate. */
  readonly estimate: number;
  /** Its error variance, not negative. */
  readonly variance: number;
  /** What the cell is shrunk towards. */
  readonly centre: number;
  /** Variance of cells about their centres, positive. */
  readonly tau2: number;
  /** Kurtosis of cells about their centres, >= 1; Infinity when nothing is known of it. */
  readonly kurtosis: number;
  /** Average coverage over cells, fraction in (0, 1). */
  readonly level: number;
}

export interface ShrunkenEstimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** Weight of the cell's own estimate, fraction in [0, 1]. */
  readonly shrinkage: number;
}

/**
 * A cell's estimate shrunk towards its centre, with an interval that keeps its coverage whatever the cells' shape.
 *
 * value = centre + g (estimate - centre), g = tau2 / (tau2 + variance); half-width = cva(variance / tau2, kurtosis) g
 * sqrt(variance). Coverage holds on average over cells, not in each: a cell far from its centre is covered less often.
 * Source: Armstrong, Kolesar and Plagborg-Moller (2022), doi:10.3982/ECTA18597
 * Reference: `criticalValue`
 * Assumes: normal errors of known variance; the spread of cells about their centres does not depend on the variance.
 * tau2, kurtosis and centre are taken as known, which is what many cells allow; `cellMoments` keeps tau2 above zero.
 *
 * @returns value, low and high in the unit of the estimate
 * @throws {DomainError} INVALID_VARIANCE | INVALID_MOMENT | INVALID_LEVEL | INVALID_VALUE
 * @example shrunkenEstimate({ estimate: 0.3, variance: 0.04, centre: 0.1, tau2: 0.04, kurtosis: 3, level: 0.9 })
 *   // { value: 0.2, low: -0.03637, high: 0.43637, shrinkage: 0.5 }
 */
export function shrunkenEstimate(cell: CellEstimate): ShrunkenEstimate {
  const { estimate, variance, centre, tau2, kurtosis, level } = cell;
  requireLevel(level);
  if (!Number.isFinite(estimate) || !Number.isFinite(centre)) {
    throw new DomainError('INVALID_VALUE', 'An estimate and its centre must be finite.');
  }
  if (!(variance >= 0 && variance < Infinity && tau2 > 0 && tau2 < Infinity)) {
    throw new DomainError(
      'INVALID_VARIANCE',
      `Shrinkage needs a variance >= 0 and a variance between cells > 0, not ${variance} and ${tau2}.`,
    );
  }
  const shrinkage = tau2 / (tau2 + variance);
  const value = centre + shrinkage * (estimate - centre);
  const chi = knownCriticalValue(`${variance / tau2} ${kurtosis} ${1 - level}`);
  const halfWidth = chi * shrinkage * Math.sqrt(variance);
  return { value, low: value - halfWidth, high: value + halfWidth, shrinkage };
}
