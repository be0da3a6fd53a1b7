import { DomainError } from '../core/errors.js';
import { bracketedRoot } from './bracketed-root.js';
import { requireSameLength } from './preconditions.js';
import { type LeastSquaresFit, weightedLeastSquares } from './weighted-least-squares.js';

export interface PauleMandelOptions {
  /** The cells' known centre, in place of an estimated mean; all cells share it, or one is given for each cell. */
  readonly mean?: number | readonly number[];
  /** Columns beside the intercept that the centre depends on, each as long as `estimates`; not with `mean`. */
  readonly covariates?: readonly (readonly number[])[];
}

export interface PauleMandelEstimate {
  /** Variance between cells, >= 0; 0 when the estimates vary no more than their errors explain. */
  readonly tau2: number;
  /**
   * Smallest variance that the posterior-mean truncation allows, positive: what is used in place of a smaller `tau2`
   * wherever a zero would shrink every cell to its centre and give intervals without width.
   */
  readonly floor: number;
  /** Mean of the estimates, weighted by 1 / (variance + tau2); with covariates the mean of the fitted centres. */
  readonly mean: number;
  /** Centre of each cell: the known or estimated mean, or the fit on the covariates. */
  readonly centres: readonly number[];
  /** Intercept and slopes of the covariates; empty with a known mean. */
  readonly coefficients: readonly number[];
  /** Cells less the fitted coefficients. */
  readonly df: number;
  /** Cochran's Q: weighted squares about the centre at tau2 = 0. */
  readonly cochranQ: number;
}

/**
 * Variance between cells of a quantity estimated in each with a known error, by the moment equation of Paule and Mandel.
 *
 * Model: y_i = centre_i + u_i + e_i, var u = tau2, var e_i known. tau2 solves Q(tau2) = df, where
 * Q(tau2) = sum (y_i - centre_i)^2 / (variance_i + tau2) and the centre is fitted anew at each tau2; Q falls in tau2,
 * so the root is single, and tau2 = 0 where Q(0) <= df.
 * Source: Paule and Mandel (1982), doi:10.6028/jres.087.022; DerSimonian and Kacker (2007),
 * doi:10.1016/j.cct.2006.04.004; floor: as in `cellMoments`
 * Reference: scipy.optimize.brentq, test/reference; the two examples of Viechtbauer (2005), where it is called EB,
 * doi:10.3102/10769986030003261
 * Assumes: errors of different cells independent and their variances known; nothing of the shape of u.
 *
 * @param estimates one per cell, finite
 * @param variances error variance of each, positive, unit of the estimate squared
 * @throws {DomainError} TOO_FEW_CELLS without a degree of freedom; INVALID_VALUE | INVALID_VARIANCE | LENGTH_MISMATCH |
 *   COLLINEAR | INVALID_OPTION
 * @example pauleMandel([0.1, 0.5, 0.9], [0.01, 0.02, 0.01]).tau2 // 0.15
 */
export function pauleMandel(
  estimates: readonly number[],
  variances: readonly number[],
  options: PauleMandelOptions = {},
): PauleMandelEstimate {
  requireCells(estimates, variances);
  const fit = centreFit(estimates, options);
  const df = estimates.length - fit.parameters;
  if (df < 1) {
    throw new DomainError('TOO_FEW_CELLS', `${estimates.length} cells leave no degree of freedom for a variance.`);
  }
  const squaresAt = (tau2: number) => weightedSquares(estimates, variances, tau2, fit.at);
  const cochranQ = squaresAt(0).q;
  const tau2 = cochranQ <= df ? 0 : momentRoot(squaresAt, df, variances);
  const { centres, coefficients, weights } = squaresAt(tau2);
  let total = 0;
  let mean = 0;
  weights.forEach((weight, i) => {
    total += weight;
    mean += weight * (coefficients.length > 0 ? centres[i]! : estimates[i]!);
  });
  return { tau2, floor: varianceFloor(variances), mean: mean / total, centres, coefficients, df, cochranQ };
}

/**
 * Smallest variance between cells in the posterior-mean truncation: 2 sum v^2 / (k sum v) for equally weighted cells.
 *
 * Source: Armstrong, Kolesar and Plagborg-Moller (2022), doi:10.3982/ECTA18597; the default ("PMT") of their package ebci
 *
 * @param variances error variance of each cell, positive
 * @param weights   of the cells; equal when absent
 * @example varianceFloor([0.01, 0.02, 0.01]) // 0.01
 */
export function varianceFloor(variances: readonly number[], weights?: readonly number[]): number {
  let squares = 0;
  let weighted = 0;
  let total = 0;
  variances.forEach((variance, i) => {
    const weight = weights?.[i] ?? 1;
    squares += (weight * variance) ** 2;
    weighted += weight * variance;
    total += weight;
  });
  return (2 * squares) / (total * weighted);
}

interface SquaresAt {
  readonly q: number;
  /** Derivative of Q in tau2; the centre's own change adds nothing, as it minimises Q. */
  readonly slope: number;
  readonly centres: readonly number[];
  readonly coefficients: readonly number[];
  readonly weights: Float64Array;
}

type CentresAt = (weights: Float64Array) => LeastSquaresFit;

function weightedSquares(
  estimates: readonly number[],
  variances: readonly number[],
  tau2: number,
  centresAt: CentresAt,
): SquaresAt {
  const weights = Float64Array.from(variances, (variance) => 1 / (variance + tau2));
  const { fitted, coefficients } = centresAt(weights);
  let q = 0;
  let slope = 0;
  estimates.forEach((estimate, i) => {
    const part = weights[i]! * (estimate - fitted[i]!) ** 2;
    q += part;
    slope -= weights[i]! * part;
  });
  return { q, slope, centres: fitted, coefficients, weights };
}

/** Root of Q(tau2) = df, bracketed from above by growing steps: Q falls to zero. */
function momentRoot(squaresAt: (tau2: number) => SquaresAt, df: number, variances: readonly number[]): number {
  let high = variances.reduce((largest, variance) => Math.max(largest, variance), 0);
  while (squaresAt(high).q > df) high *= 4;
  let last = { at: Number.NaN, squares: squaresAt(0) };
  const at = (tau2: number): SquaresAt => {
    if (tau2 !== last.at) last = { at: tau2, squares: squaresAt(tau2) };
    return last.squares;
  };
  return bracketedRoot({
    f: (tau2) => df - at(tau2).q,
    derivative: (tau2) => -at(tau2).slope,
    low: 0,
    high,
    start: high / 4,
  });
}

function centreFit(
  estimates: readonly number[],
  { mean, covariates = [] }: PauleMandelOptions,
): { parameters: number; at: CentresAt } {
  if (mean !== undefined) {
    if (covariates.length > 0) throw new DomainError('INVALID_OPTION', 'A known mean leaves covariates nothing to do.');
    const fitted = typeof mean === 'number' ? estimates.map(() => mean) : mean;
    requireSameLength(estimates, fitted);
    if (!fitted.every(Number.isFinite)) throw new DomainError('INVALID_VALUE', 'A known mean must be finite.');
    return { parameters: 0, at: () => ({ fitted, coefficients: [] }) };
  }
  requireSameLength(estimates, ...covariates);
  if (!covariates.every((column) => column.every(Number.isFinite))) {
    throw new DomainError('INVALID_VALUE', 'Covariates must be finite.');
  }
  const columns = [estimates.map(() => 1), ...covariates];
  return { parameters: columns.length, at: (weights) => weightedLeastSquares(columns, estimates, weights) };
}

function requireCells(estimates: readonly number[], variances: readonly number[]): void {
  requireSameLength(estimates, variances);
  if (!estimates.every(Number.isFinite)) throw new DomainError('INVALID_VALUE', 'Estimates of cells must be finite.');
  const wrong = variances.find((variance) => !(variance > 0 && variance < Infinity));
  if (wrong !== undefined) {
    throw new DomainError('INVALID_VARIANCE', `Variances of estimates must be positive and finite, not ${wrong}.`);
  }
}
