import { DomainError } from '../core/errors.js';
import { betaCdf } from './beta-quantile.js';
import { bracketedRoot } from './bracketed-root.js';
import { logGamma } from './log-gamma.js';
import { normalQuantile } from './normal-quantile.js';
import { requireProbability } from './preconditions.js';

/** Quantiles beyond this are not searched for; t with one degree of freedom passes it at p = 1 - 3e-13. */
const LARGEST = 1e12;

/**
 * Quantile of Student's t distribution.
 *
 * Reference: R qt, to 1e-10 relative (SciPy 1.10 is right to 1e-9 only)
 *
 * @param p  fraction in (0, 1)
 * @param df degrees of freedom, positive, whole or not; Infinity gives the normal quantile
 * @throws {DomainError} INVALID_PROBABILITY | INVALID_DF
 * @example tQuantile(0.95, 4) // 2.1318
 */
export function tQuantile(p: number, df: number): number {
  requireProbability(p);
  if (!(df > 0)) throw new DomainError('INVALID_DF', `Degrees of freedom must be positive, not ${df}.`);
  if (df === Infinity) return normalQuantile(p);
  if (p === 0.5) return 0;
  const tail = Math.min(p, 1 - p);
  const normaliser = logGamma((df + 1) / 2) - logGamma(df / 2) - 0.5 * Math.log(df * Math.PI);
  const magnitude = bracketedRoot({
    f: (t) => tail - upperTail(t, df),
    derivative: (t) => Math.exp(normaliser - ((df + 1) / 2) * Math.log1p((t * t) / df)),
    low: 0,
    high: LARGEST,
    start: -normalQuantile(tail),
  });
  return p < 0.5 ? -magnitude : magnitude;
}

/** P(T > t) for t >= 0. */
function upperTail(t: number, df: number): number {
  const square = t * t;
  if (square < df) return 0.5 - 0.5 * betaCdf(square / (df + square), 0.5, df / 2);
  return 0.5 * betaCdf(df / (df + square), df / 2, 0.5);
}
