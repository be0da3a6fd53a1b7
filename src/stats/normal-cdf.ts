/** 1 / sqrt(2 pi). */
const DENSITY_AT_ZERO = 0.3989422804014327;

/** From here the continued fraction replaces Hart's approximation, whose relative error grows to 3e-9 by 7. */
const FRACTION_FROM = 4;
const FRACTION_TERMS = 28;

/**
 * Standard normal density.
 *
 * @example normalDensity(0) // 0.3989
 */
export function normalDensity(x: number): number {
  return DENSITY_AT_ZERO * Math.exp(-0.5 * x * x);
}

/**
 * Standard normal distribution function, relative error below 1e-12 in both tails.
 *
 * Source: Hart et al. (1968), algorithm 5666, as given by West (2005), Better approximations to cumulative normal
 * functions, Wilmott Magazine
 * Reference: scipy.stats.norm.cdf
 *
 * @param x any number, infinities included
 * @returns fraction in [0, 1]
 * @example normalCdf(1.959964) // 0.975
 */
export function normalCdf(x: number): number {
  return x > 0 ? 1 - lowerTail(x) : lowerTail(-x);
}

/**
 * Probability between two points, without the cancellation of two nearly equal distribution functions.
 *
 * @param from lower point, may be -Infinity
 * @param to   upper point, >= from, may be Infinity
 * @returns fraction in [0, 1]
 * @example normalProbabilityBetween(8, 9) // 6.2198e-16
 */
export function normalProbabilityBetween(from: number, to: number): number {
  if (from > 0) return lowerTail(from) - lowerTail(to);
  if (to < 0) return lowerTail(-to) - lowerTail(-from);
  return 1 - lowerTail(-from) - lowerTail(to);
}

/** P(Z < -z) for z >= 0. */
function lowerTail(z: number): number {
  return z === Infinity ? 0 : millsRatio(z) * normalDensity(z);
}

/**
 * Mills' ratio of the standard normal distribution, P(Z > z) / density(z).
 *
 * Source: as `normalCdf` below 4; Laplace's continued fraction, DLMF 7.9.3, from 4
 * Reference: scipy.stats.norm.sf(z) / scipy.stats.norm.pdf(z)
 *
 * @param z not negative, finite
 * @returns positive, falling from 1.2533 towards 1 / z
 * @example millsRatio(0) // 1.2533
 */
export function millsRatio(z: number): number {
  if (z >= FRACTION_FROM) {
    let fraction = z;
    for (let k = FRACTION_TERMS; k >= 1; k--) fraction = z + k / fraction;
    return 1 / fraction;
  }
  const numerator =
    (((((0.0352624965998911 * z + 0.700383064443688) * z + 6.37396220353165) * z + 33.912866078383) * z +
      112.079291497871) *
      z +
      221.213596169931) *
      z +
    220.206867912376;
  const denominator =
    ((((((0.0883883476483184 * z + 1.75566716318264) * z + 16.064177579207) * z + 86.7807322029461) * z +
      296.564248779674) *
      z +
      637.333633378831) *
      z +
      793.826512519948) *
      z +
    440.413735824752;
  return numerator / (denominator * DENSITY_AT_ZERO);
}
