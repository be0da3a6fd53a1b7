/**
 * Worst-case non-coverage of an interval whose bias, in standard errors, is known only by its moments.
 *
 * For a normal estimate with bias b, an interval of half-width chi standard errors misses with probability
 * r(t) = P(|Z + b| > chi), t = b^2. The largest mean of r(t) over all distributions of t with mean m2 (and mean square
 * at most kurtosis m2^2) is a linear programme; r is convex and then concave, so two points of support are enough.
 */
import { bracketedRoot } from './bracketed-root.js';
import { normalCdf, normalDensity } from './normal-cdf.js';

export interface NonCoverage {
  /** Largest mean non-coverage, fraction. */
  readonly value: number;
  /** Its derivative in chi. */
  readonly slope: number;
  /** The least favourable distribution of the squared normalised bias. */
  readonly points: readonly { readonly squaredBias: number; readonly probability: number }[];
}

/** Below this half-width r is concave throughout. */
const ALWAYS_CONCAVE_TO = Math.sqrt(3);
/** P(Z > 12) is 2e-33. */
const NEVER = 12;
const COARSE_POINTS = 24;
/** r changes over a distance of one standard error just below the tangent point: that stretch is searched finely. */
const FINE_STEP = 0.25;
const FINE_POINTS = 24;
const GOLDEN = (Math.sqrt(5) - 1) / 2;

/**
 * @param m2       second moment of the normalised bias, not negative
 * @param kurtosis largest kurtosis of the normalised bias, at least 1; Infinity for no limit
 * @param chi      half-width in standard errors, not negative
 */
export function worstNonCoverage(m2: number, kurtosis: number, chi: number): NonCoverage {
  const single = [{ squaredBias: m2, probability: 1 }];
  if (m2 === 0 || kurtosis === 1) return meanNonCoverage(single, chi);
  const tangent = tangentBias(chi);
  if (Math.sqrt(m2) >= tangent) return meanNonCoverage(single, chi);
  const touching = tangent * tangent;
  if (kurtosis * m2 >= touching) {
    return meanNonCoverage(pair(0, touching, m2), chi);
  }
  return meanNonCoverage(leastFavourablePair(m2, kurtosis, chi, tangent), chi);
}

type Points = NonCoverage['points'];

function meanNonCoverage(points: Points, chi: number): NonCoverage {
  let value = 0;
  let slope = 0;
  for (const { squaredBias, probability } of points) {
    const bias = Math.sqrt(squaredBias);
    value += probability * missProbability(bias, chi);
    slope -= probability * (normalDensity(bias - chi) + normalDensity(bias + chi));
  }
  return { value, slope, points };
}

function missProbability(bias: number, chi: number): number {
  const otherSide = bias + chi > NEVER ? 0 : normalCdf(-bias - chi);
  return normalCdf(bias - chi) + otherSide;
}

/** Two points with the given mean. */
function pair(low: number, high: number, mean: number): Points {
  const upper = (mean - low) / (high - low);
  return [
    { squaredBias: low, probability: 1 - upper },
    { squaredBias: high, probability: upper },
  ];
}

/** Bias where a line from r(0) touches r(b^2): up to its square the concave hull of r is that line. */
function tangentBias(chi: number): number {
  if (chi <= ALWAYS_CONCAVE_TO) return 0;
  const atZero = missProbability(0, chi);
  const beyond = (bias: number): number =>
    missProbability(bias, chi) - (bias / 2) * (normalDensity(bias - chi) - normalDensity(bias + chi)) - atZero;
  let high = Math.SQRT2 * chi;
  while (beyond(high) < 0) high *= Math.SQRT2;
  return bracketedRoot({
    f: beyond,
    derivative: (bias) =>
      (normalDensity(bias - chi) * (bias * bias + 1 - chi * bias) -
        normalDensity(bias + chi) * (bias * bias + 1 + chi * bias)) /
      2,
    low: Math.sqrt(chi * chi - 3),
    high,
    start: Math.min(chi + 1, (chi + high) / 2),
    tolerance: 1e-13,
  });
}

/** Best pair with mean m2 and mean square kurtosis m2^2, one for each position of the upper point. */
function leastFavourablePair(m2: number, kurtosis: number, chi: number, tangent: number): Points {
  const variance = (kurtosis - 1) * m2 * m2;
  const pairAt = (upperBias: number): Points => {
    const above = upperBias * upperBias - m2;
    const probability = variance / (variance + above * above);
    return [
      { squaredBias: Math.max(0, m2 - variance / above), probability: 1 - probability },
      { squaredBias: upperBias * upperBias, probability },
    ];
  };
  const valueAt = (upperBias: number): number => {
    const [lower, upper] = pairAt(upperBias) as [Points[number], Points[number]];
    return (
      lower.probability * missProbability(Math.sqrt(lower.squaredBias), chi) +
      upper.probability * missProbability(upperBias, chi)
    );
  };
  return pairAt(highestPoint(valueAt, searchGrid(Math.sqrt(kurtosis * m2), tangent)));
}

function searchGrid(from: number, to: number): readonly number[] {
  const grid = Array.from({ length: COARSE_POINTS + 1 }, (_, i) => from + ((to - from) * i) / COARSE_POINTS);
  if ((to - from) / COARSE_POINTS <= FINE_STEP) return grid;
  for (let i = 1; i < FINE_POINTS; i++) grid.push(Math.max(from, to - i * FINE_STEP));
  return grid.sort((a, b) => a - b);
}

/** Maximum of a function that may have several: golden sections around each peak of a grid. */
function highestPoint(f: (x: number) => number, grid: readonly number[]): number {
  const values = grid.map(f);
  let best = { x: grid[0]!, value: -Infinity };
  values.forEach((value, i) => {
    if (value < (values[i - 1] ?? -Infinity) || value < (values[i + 1] ?? -Infinity)) return;
    const peak = goldenSection(f, grid[Math.max(0, i - 1)]!, grid[Math.min(grid.length - 1, i + 1)]!);
    for (const x of [peak, grid[i]!]) if (f(x) > best.value) best = { x, value: f(x) };
  });
  return best.x;
}

function goldenSection(f: (x: number) => number, from: number, to: number): number {
  let [a, b] = [from, to];
  let [left, right] = [b - GOLDEN * (b - a), a + GOLDEN * (b - a)];
  let [atLeft, atRight] = [f(left), f(right)];
  while (b - a > 1e-7 * Math.min(b, 1)) {
    if (atLeft < atRight) {
      [a, left, atLeft] = [left, right, atRight];
      right = a + GOLDEN * (b - a);
      if (right <= left) break;
      atRight = f(right);
    } else {
      [b, right, atRight] = [right, left, atLeft];
      left = b - GOLDEN * (b - a);
      if (right <= left) break;
      atLeft = f(left);
    }
  }
  return (a + b) / 2;
}
