import { DomainError } from '../core/errors.js';
import { pauleMandel } from './paule-mandel.js';
import { requireLevel, requireSameLength } from './preconditions.js';
import { tQuantile } from './t-quantile.js';

export interface SourceBiasInput {
  /** Natural log of the source's median in each cell (occupation and place). */
  readonly logPay: readonly number[];
  /** Natural log of the official median of the same cells. */
  readonly logOfficial: readonly number[];
  /** Sampling variance of the difference of the two in each cell, positive. */
  readonly variances: readonly number[];
  /** Log official pay at which the intercept stands; the mean of the cells unless said. */
  readonly centre?: number;
  /** Coverage of the intervals, fraction in (0, 1). */
  readonly level: number;
}

export interface BiasCoefficient {
  readonly value: number;
  readonly standardError: number;
  readonly low: number;
  readonly high: number;
}

export interface SourceBias {
  /** Log points by which the source lies above the official survey at the centre. */
  readonly intercept: BiasCoefficient;
  /** Change of that bias for a log point more of official pay. */
  readonly slope: BiasCoefficient;
  readonly centre: number;
  /** Standard deviation of the cells' own biases around the line, log points. */
  readonly tau: number;
  readonly cells: number;
  readonly df: number;
  /** Bias expected at a log official pay, and the standard deviation of a new cell's bias around it. */
  at(logOfficial: number): { readonly bias: number; readonly sd: number };
}

/**
 * Bias of a source of pay against the official survey, as a line in official pay.
 *
 * Model: ln source_o - ln official_o = a + b (ln official_o - centre) + u_o + e_o, var u = tau^2, var e_o known.
 * tau^2 by the moment equation of Paule and Mandel with the line fitted anew at each value; a and b by least squares
 * with weights 1 / (variance + tau^2), so that a large file never outweighs its own bias; intervals by t with two
 * degrees of freedom less than cells.
 * Source: DerSimonian and Kacker (2007), doi:10.1016/j.cct.2006.04.004; Batra, Michaud and Mongey (2023) for a bias that
 * falls in pay, doi:10.3386/w31984
 * Reference: NumPy and scipy.optimize.brentq: test/reference
 * Assumes: cells independent; the official figure's own error is small beside its spread over cells, as it enters both
 * sides of the line and would bend the slope towards -1.
 *
 * @throws {DomainError} TOO_FEW_CELLS below 3; COLLINEAR when official pay is alike in all cells; INVALID_VALUE |
 *   INVALID_VARIANCE | INVALID_LEVEL | LENGTH_MISMATCH
 * @example sourceBias({
 *   logPay: [11.2, 11.5, 11.7, 12.1], logOfficial: [11, 11.5, 11.6, 12.2], variances: [0.01, 0.01, 0.01, 0.01], level: 0.9,
 * }).slope.value // -0.2405
 */
export function sourceBias({ logPay, logOfficial, variances, centre, level }: SourceBiasInput): SourceBias {
  requireLevel(level);
  requireSameLength(logPay, logOfficial, variances);
  if (logPay.length < 3) {
    throw new DomainError('TOO_FEW_CELLS', `A line with a spread needs three cells, not ${logPay.length}.`);
  }
  const at = centre ?? logOfficial.reduce((sum, value) => sum + value, 0) / logOfficial.length;
  const x = logOfficial.map((value) => value - at);
  const y = logPay.map((value, i) => value - logOfficial[i]!);
  const { tau2, coefficients, df } = pauleMandel(y, variances, { covariates: [x] });
  const [a, b] = [coefficients[0]!, coefficients[1]!];
  const covariance = lineCovariance(
    x,
    variances.map((variance) => 1 / (variance + tau2)),
  );
  const t = tQuantile((1 + level) / 2, df);
  return {
    intercept: coefficient(a, covariance.intercept, t),
    slope: coefficient(b, covariance.slope, t),
    centre: at,
    tau: Math.sqrt(tau2),
    cells: y.length,
    df,
    at(value) {
      const d = value - at;
      const variance = covariance.intercept + 2 * d * covariance.both + d * d * covariance.slope;
      return { bias: a + b * d, sd: Math.sqrt(tau2 + variance) };
    },
  };
}

function coefficient(value: number, variance: number, t: number): BiasCoefficient {
  const standardError = Math.sqrt(variance);
  return { value, standardError, low: value - t * standardError, high: value + t * standardError };
}

/** Inverse of X'WX for a line. */
function lineCovariance(
  x: readonly number[],
  weights: readonly number[],
): { readonly intercept: number; readonly slope: number; readonly both: number } {
  let sum = 0;
  let first = 0;
  let second = 0;
  weights.forEach((weight, i) => {
    sum += weight;
    first += weight * x[i]!;
    second += weight * x[i]! ** 2;
  });
  const determinant = sum * second - first * first;
  return { intercept: second / determinant, slope: sum / determinant, both: -first / determinant };
}
