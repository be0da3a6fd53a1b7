import { DomainError } from '../core/errors.js';
import { type CensoredSample, censoredNormalLikelihood, type Likelihood } from './censored-normal-likelihood.js';

export interface CensoredNormalFit {
  readonly mu: number;
  readonly sigma: number;
  readonly solution: 'maximum' | 'boundary';
}

const LONGEST_SEARCH = 60;
const EXACT = 1e-12;

/**
 * Normal distribution fitted to interval-censored numbers by maximum likelihood.
 *
 * Newton's method in (mu / sigma, 1 / sigma), where the log-likelihood is concave, with step halving: it cannot be
 * caught in a local maximum and ends after 60 steps at most.
 * Source: Burridge (1982), A note on maximum likelihood estimation for regression models using grouped data,
 * doi:10.1111/j.2517-6161.1982.tb01187.x
 *
 * @param sample at least two distinct observations with a finite end
 * @param start  a nearby fit, when there is one
 * @param tolerance Newton decrement, per unit of weight, from which one last full step is taken; the error of the
 *   result is of the same order
 * @throws {DomainError} NO_FINITE_RANGE when no observation has a finite end
 */
export function censoredNormalFit(
  sample: CensoredSample,
  start?: CensoredNormalFit,
  tolerance = EXACT,
): CensoredNormalFit {
  const moments = mixtureMoments(sample);
  if (shareCommonValue(sample)) return { ...moments, solution: 'boundary' };
  // Centred and scaled data keep the Hessian well conditioned.
  const scaled = standardise(sample, moments);
  let total = 0;
  for (const weight of sample.weights) total += weight;

  let sigma = start ? start.sigma / moments.sigma : 1;
  let mu = start ? (start.mu - moments.mu) / moments.sigma : 0;
  let at = censoredNormalLikelihood(scaled, mu / sigma, 1 / sigma);
  for (let widening = 0; !Number.isFinite(at.value) && widening < 20; widening++) {
    [mu, sigma] = [0, sigma * 2];
    at = censoredNormalLikelihood(scaled, 0, 1 / sigma);
  }
  let xi = mu / sigma;
  let eta = 1 / sigma;
  for (let step = 0; step < LONGEST_SEARCH; step++) {
    const [dXi, dEta] = newtonDirection(at);
    const decrement = dXi * at.gradient[0] + dEta * at.gradient[1];
    if (!(decrement > tolerance * total)) {
      if (decrement >= 0) [xi, eta] = [xi + dXi, eta + dEta];
      break;
    }
    let length = 1;
    let next = at;
    do {
      const eta1 = eta + length * dEta;
      if (eta1 > 0) next = censoredNormalLikelihood(scaled, xi + length * dXi, eta1);
      if (eta1 > 0 && next.value >= at.value) break;
      length /= 2;
    } while (length > 1e-10);
    if (length <= 1e-10) break;
    xi += length * dXi;
    eta += length * dEta;
    at = next;
  }
  return { mu: moments.mu + (xi / eta) * moments.sigma, sigma: moments.sigma / eta, solution: 'maximum' };
}

/** Whether one value lies in every interval: then sigma = 0 explains the sample perfectly. */
function shareCommonValue({ lows, highs, weights }: CensoredSample): boolean {
  let highestLow = -Infinity;
  let lowestHigh = Infinity;
  for (let i = 0; i < lows.length; i++) {
    if (weights[i] === 0) continue;
    highestLow = Math.max(highestLow, lows[i]!);
    lowestHigh = Math.min(lowestHigh, highs[i]!);
  }
  return highestLow <= lowestHigh;
}

/** Mean and standard deviation when each interval's mass is even; an open interval counts at its finite end. */
function mixtureMoments({ lows, highs, weights }: CensoredSample): { mu: number; sigma: number } {
  let total = 0;
  let mean = 0;
  let squares = 0;
  for (let i = 0; i < lows.length; i++) {
    const low = Number.isFinite(lows[i]) ? lows[i]! : highs[i]!;
    const high = Number.isFinite(highs[i]) ? highs[i]! : low;
    if (!Number.isFinite(low) || weights[i] === 0) continue;
    const middle = (low + high) / 2;
    const before = middle - mean;
    total += weights[i]!;
    mean += (weights[i]! / total) * before;
    squares += weights[i]! * (before * (middle - mean) + (high - low) ** 2 / 12);
  }
  if (total === 0) throw new DomainError('NO_FINITE_RANGE', 'No range has a finite end.');
  return { mu: mean, sigma: Math.max(Math.sqrt(squares / total), 1e-4) };
}

function standardise(sample: CensoredSample, { mu, sigma }: { mu: number; sigma: number }): CensoredSample {
  return {
    lows: sample.lows.map((value) => (value - mu) / sigma),
    highs: sample.highs.map((value) => (value - mu) / sigma),
    weights: sample.weights,
  };
}

/** Ascent direction: Newton's, or the scaled gradient where rounding spoils the Hessian. */
function newtonDirection({ gradient: [gXi, gEta], hessian: [hXi, hBoth, hEta] }: Likelihood): [number, number] {
  const determinant = hXi * hEta - hBoth * hBoth;
  if (determinant > 1e-14 * hXi * hEta && hXi < 0) {
    return [-(hEta * gXi - hBoth * gEta) / determinant, -(hXi * gEta - hBoth * gXi) / determinant];
  }
  return [gXi / Math.max(-hXi, 1e-12), gEta / Math.max(-hEta, 1e-12)];
}
