import { DomainError } from '../core/errors.js';
import { bracketedRoot } from './bracketed-root.js';
import { logGamma } from './log-gamma.js';
import { requireProbability } from './preconditions.js';

/** Terms after which the continued fraction is taken as it stands; 60 suffice below a + b = 1e5. */
const LONGEST_FRACTION = 2000;
const CONVERGED = 1e-16;
const SMALLEST = 1e-300;

/**
 * Regularised incomplete beta function, the beta distribution function.
 *
 * Source: continued fraction by Lentz's method, DLMF 8.17.22, https://dlmf.nist.gov/8.17
 * Reference: scipy.special.betainc
 *
 * @param x fraction in [0, 1]
 * @param a positive
 * @param b positive
 * @returns fraction in [0, 1]
 * @throws {DomainError} INVALID_SHAPE
 * @example betaCdf(0.5, 2, 3) // 0.6875
 */
export function betaCdf(x: number, a: number, b: number): number {
  requireShapes(a, b);
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const logFront = a * Math.log(x) + b * Math.log1p(-x) - logBeta(a, b);
  if (x <= (a + 1) / (a + b + 2)) return (Math.exp(logFront) * lentz(x, a, b)) / a;
  return 1 - (Math.exp(logFront) * lentz(1 - x, b, a)) / b;
}

/**
 * Quantile of the beta distribution.
 *
 * Reference: scipy.stats.beta.ppf, to 1e-10
 *
 * @param p fraction in (0, 1)
 * @param a positive
 * @param b positive
 * @returns fraction in (0, 1)
 * @throws {DomainError} INVALID_PROBABILITY | INVALID_SHAPE
 * @example betaQuantile(0.95, 9, 3) // 0.9211
 */
export function betaQuantile(p: number, a: number, b: number): number {
  requireProbability(p);
  requireShapes(a, b);
  const normaliser = logBeta(a, b);
  return bracketedRoot({
    f: (x) => betaCdf(x, a, b) - p,
    derivative: (x) => Math.exp((a - 1) * Math.log(x) + (b - 1) * Math.log1p(-x) - normaliser),
    low: 0,
    high: 1,
    start: a / (a + b),
  });
}

function requireShapes(a: number, b: number): void {
  if (!(a > 0 && b > 0 && a < Infinity && b < Infinity)) {
    throw new DomainError('INVALID_SHAPE', `Shapes of a beta distribution must be positive, not ${a} and ${b}.`);
  }
}

function logBeta(a: number, b: number): number {
  return logGamma(a) + logGamma(b) - logGamma(a + b);
}

function lentz(x: number, a: number, b: number): number {
  const away = (value: number): number => (Math.abs(value) < SMALLEST ? SMALLEST : value);
  let c = 1;
  let d = 1 / away(1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let m = 1; m <= LONGEST_FRACTION; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / away(1 + even * d);
    c = away(1 + even / c);
    fraction *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / away(1 + odd * d);
    c = away(1 + odd / c);
    fraction *= d * c;
    if (Math.abs(d * c - 1) < CONVERGED) break;
  }
  return fraction;
}
