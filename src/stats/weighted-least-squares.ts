import { DomainError } from '../core/errors.js';

export interface LeastSquaresFit {
  readonly coefficients: readonly number[];
  /** Fitted value of each row. */
  readonly fitted: readonly number[];
}

/** A column that keeps less than this share of its length once earlier ones are taken out carries nothing of its own. */
const SMALLEST_SHARE = 1e-10;

/**
 * Weighted least squares by modified Gram-Schmidt, for a handful of columns.
 *
 * Minimises sum w (y - x'b)^2.
 * Source: Björck (1996), Numerical Methods for Least Squares Problems, section 2.4, doi:10.1137/1.9781611971484
 * Reference: numpy.linalg.lstsq
 *
 * @param columns one array per coefficient, each as long as `y`; an intercept is a column of ones
 * @param y       outcome, finite
 * @param weights positive, finite
 * @throws {DomainError} COLLINEAR when a column is a combination of earlier ones
 * @example weightedLeastSquares([[1, 1, 1], [0, 1, 2]], [1, 3, 5], [1, 1, 2]).coefficients // [1, 2]
 */
export function weightedLeastSquares(
  columns: readonly ArrayLike<number>[],
  y: ArrayLike<number>,
  weights: ArrayLike<number>,
): LeastSquaresFit {
  const roots = Float64Array.from(weights, Math.sqrt);
  const basis = columns.map((column) => roots.map((root, i) => root * column[i]!));
  const rest = roots.map((root, i) => root * y[i]!);
  const lengths = basis.map((column) => dot(column, column));
  const upper = basis.map(() => new Float64Array(basis.length));
  const projections = basis.map((column, j) => {
    const square = dot(column, column);
    if (!(square > SMALLEST_SHARE ** 2 * lengths[j]!)) {
      throw new DomainError('COLLINEAR', `Column ${j} is a combination of the columns before it.`);
    }
    for (let k = j + 1; k < basis.length; k++) {
      upper[j]![k] = dot(column, basis[k]!) / square;
      subtract(basis[k]!, upper[j]![k]!, column);
    }
    const projection = dot(column, rest) / square;
    subtract(rest, projection, column);
    return projection;
  });
  for (let j = basis.length - 1; j >= 0; j--) {
    for (let k = j + 1; k < basis.length; k++) projections[j]! -= upper[j]![k]! * projections[k]!;
  }
  return { coefficients: projections, fitted: Array.from(rest, (left, i) => y[i]! - left / roots[i]!) };
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

function subtract(from: Float64Array, times: number, column: Float64Array): void {
  for (let i = 0; i < from.length; i++) from[i]! -= times * column[i]!;
}
