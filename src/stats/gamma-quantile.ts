import { DomainError } from '../core/errors.js';
import { bracketedRoot } from './bracketed-root.js';
import { logGamma } from './log-gamma.js';
import { normalQuantile } from './normal-quantile.js';
import { requireProbability } from './preconditions.js';

const LONGEST_SERIES = 10_000;
const CONVERGED = 1e-16;

/**
 * Regularised lower incomplete gamma function, the distribution function of a gamma variable of rate 1.
 *
 * Source: series and continued fraction, DLMF 8.11.4 and 8.9.2, https://dlmf.nist.gov/8
 * Reference: scipy.special.gammainc
 *
 * @param x     not negative
 * @param shape positive
 * @returns fraction in [0, 1]
 * @throws {DomainError} INVALID_SHAPE
 * @example gammaCdf(2, 3) // 0.3233
 */
export function gammaCdf(x: number, shape: number): number {
  if (!(shape > 0 && shape < Infinity)) {
    throw new DomainError('INVALID_SHAPE', `The shape of a gamma distribution must be positive, not ${shape}.`);
  }
  if (x <= 0) return 0;
  if (x === Infinity) return 1;
  const front = Math.exp(shape * Math.log(x) - x - logGamma(shape));
  return x < shape + 1 ? (front * series(x, shape)) / shape : 1 - front * upperFraction(x, shape);
}

/**
 * Quantile of the gamma distribution of rate 1; divide by the rate for another.
 *
 * Reference: scipy.stats.gamma.ppf, to 1e-10 relative
 *
 * @param p     fraction in (0, 1)
 * @param shape positive
 * @throws {DomainError} INVALID_PROBABILITY | INVALID_SHAPE
 * @example gammaQuantile(0.5, 3) // 2.6741
 */
export function gammaQuantile(p: number, shape: number): number {
  requireProbability(p);
  const normaliser = logGamma(shape);
  // Wilson and Hilferty (1931): the cube root of a gamma variable is nearly normal.
  const cube = 1 - 1 / (9 * shape) + normalQuantile(p) / (3 * Math.sqrt(shape));
  return bracketedRoot({
    f: (x) => gammaCdf(x, shape) - p,
    derivative: (x) => Math.exp((shape - 1) * Math.log(x) - x - normaliser),
    low: 0,
    high: shape + 50 * Math.sqrt(shape) + 750,
    start: shape * Math.max(cube, 0.01) ** 3,
  });
}

function series(x: number, shape: number): number {
  let term = 1;
  let sum = 1;
  for (let n = 1; n <= LONGEST_SERIES && term > sum * CONVERGED; n++) {
    term *= x / (shape + n);
    sum += term;
  }
  return sum;
}

function upperFraction(x: number, shape: number): number {
  let b = x + 1 - shape;
  let c = 1e300;
  let d = 1 / b;
  let fraction = d;
  for (let n = 1; n <= LONGEST_SERIES; n++) {
    const a = -n * (n - shape);
    b += 2;
    d = 1 / (a * d + b);
    c = b + a / c;
    fraction *= d * c;
    if (Math.abs(d * c - 1) < CONVERGED) break;
  }
  return fraction;
}
