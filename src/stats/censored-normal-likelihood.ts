import { millsRatio, normalDensity } from './normal-cdf.js';

/** Interval-censored numbers; equal ends are an exact value, infinite ends a censored one. */
export interface CensoredSample {
  readonly lows: Float64Array;
  readonly highs: Float64Array;
  readonly weights: Float64Array;
}

/** Log-likelihood with gradient and Hessian in (xi, eta) = (mu / sigma, 1 / sigma). */
export interface Likelihood {
  readonly value: number;
  readonly gradient: readonly [number, number];
  readonly hessian: readonly [number, number, number];
}

/**
 * Log-likelihood of interval-censored normal numbers, sum w log(Phi(high eta - xi) - Phi(low eta - xi)).
 *
 * @param sample the numbers
 * @param xi     mu / sigma
 * @param eta    1 / sigma, positive
 * @returns value -Infinity where an interval has no probability in double precision
 */
export function censoredNormalLikelihood(
  { lows, highs, weights }: CensoredSample,
  xi: number,
  eta: number,
): Likelihood {
  let value = 0;
  let gXi = 0;
  let gEta = 0;
  let hXi = 0;
  let hBoth = 0;
  let hEta = 0;
  for (let i = 0; i < lows.length; i++) {
    const weight = weights[i]!;
    if (weight === 0) continue;
    const low = lows[i]!;
    const high = highs[i]!;
    if (low === high) {
      const z = low * eta - xi;
      value += weight * (Math.log(eta) - 0.5 * z * z);
      gXi += weight * z;
      gEta += weight * (1 / eta - z * low);
      hXi -= weight;
      hBoth += weight * low;
      hEta -= weight * (1 / (eta * eta) + low * low);
      continue;
    }
    const from = low * eta - xi;
    const to = high * eta - xi;
    const densityFrom = from > -Infinity ? normalDensity(from) : 0;
    const densityTo = to < Infinity ? normalDensity(to) : 0;
    const probability = probabilityBetween(from, densityFrom, to, densityTo);
    if (!(probability > 0)) return { value: -Infinity, gradient: [0, 0], hessian: [-1, 0, -1] };
    // Ratios of density to probability; an infinite end contributes nothing.
    const a = densityFrom / probability;
    const b = densityTo / probability;
    const lowA = a === 0 ? 0 : low * a;
    const highB = b === 0 ? 0 : high * b;
    const fromA = a === 0 ? 0 : from * a;
    const toB = b === 0 ? 0 : to * b;
    const sXi = a - b;
    const sEta = highB - lowA;
    value += weight * Math.log(probability);
    gXi += weight * sXi;
    gEta += weight * sEta;
    hXi += weight * (fromA - toB - sXi * sXi);
    hBoth += weight * ((b === 0 ? 0 : high * toB) - (a === 0 ? 0 : low * fromA) - sXi * sEta);
    hEta += weight * ((a === 0 ? 0 : low * low * fromA) - (b === 0 ? 0 : high * high * toB) - sEta * sEta);
  }
  return { value, gradient: [gXi, gEta], hessian: [hXi, hBoth, hEta] };
}

/** P(from < Z < to) from densities already at hand, on the side where tails do not cancel. */
function probabilityBetween(from: number, densityFrom: number, to: number, densityTo: number): number {
  const tailFrom = densityFrom === 0 ? 0 : densityFrom * millsRatio(Math.abs(from));
  const tailTo = densityTo === 0 ? 0 : densityTo * millsRatio(Math.abs(to));
  if (from > 0) return tailFrom - tailTo;
  if (to < 0) return tailTo - tailFrom;
  return 1 - tailFrom - tailTo;
}
