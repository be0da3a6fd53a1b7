/** Ridge regression on a sparse design, by conjugate gradients. */
import type { Design } from './design.js';
import { PackedDesign } from './packed-design.js';

export interface RidgeProblem {
  readonly design: Design;
  readonly rows: Uint32Array;
  /** Of every row of the design. */
  readonly target: Float64Array;
  readonly weights: Float64Array;
  /** Penalty of each feature; Infinity keeps it at zero. */
  readonly penalties: Float64Array;
  /** Residual from which a row weighs less; Infinity for least squares. */
  readonly huber: number;
  /** The feature that every row has with the value 1: it begins at the mean of the target, all others at 0. */
  readonly constant: number;
}

const REWEIGHTINGS = 2;
const MOST_STEPS = 60;
/** Of the gradient at the constant alone. */
const TOLERANCE = 1e-3;

/**
 * Minimises sum w_i rho(y_i - x_i'b) + sum penalty_j b_j^2, rho the loss of Huber (1964, doi:10.1214/aoms/1177703732),
 * by iteratively reweighted ridge regression: each by conjugate gradients (Hestenes and Stiefel 1952), preconditioned
 * with the diagonal and begun at the last solution. Rows of one pattern enter by their sums.
 *
 * @returns a coefficient for every feature of the design
 */
export function fitRidge(problem: RidgeProblem): Float64Array {
  const { design, rows, target, weights, penalties, huber } = problem;
  const packed = packedFor(problem);
  const position = new Map([...packed.patterns].map((pattern, index) => [pattern, index]));
  const indexOf = Uint32Array.from(rows, (row) => position.get(design.patternOf[row]!)!);
  const kept = Float64Array.from(packed.kept, (feature) => penalties[feature]!);
  const solution = new Float64Array(packed.kept.length);
  const constant = packed.kept.indexOf(problem.constant);
  if (constant >= 0) solution[constant] = meanTarget(problem);
  for (let pass = 0; pass <= (huber === Infinity ? 0 : REWEIGHTINGS); pass += 1) {
    const masses = new Float64Array(packed.patterns.length);
    const moments = new Float64Array(packed.patterns.length);
    const fitted = pass === 0 ? null : packed.times(solution);
    rows.forEach((row, at) => {
      const index = indexOf[at]!;
      const size = fitted === null ? 0 : Math.abs(target[row]! - fitted[index]!);
      const weight = weights[row]! * (size > huber ? huber / size : 1);
      masses[index]! += weight;
      moments[index]! += weight * target[row]!;
    });
    solve({ packed, masses, moments, penalties: kept }, solution);
  }
  const coefficients = new Float64Array(design.names.length);
  packed.kept.forEach((feature, at) => {
    coefficients[feature] = solution[at]!;
  });
  return coefficients;
}

function meanTarget({ rows, target, weights }: RidgeProblem): number {
  let sum = 0;
  let total = 0;
  for (const row of rows) {
    sum += weights[row]! * target[row]!;
    total += weights[row]!;
  }
  return total === 0 ? 0 : sum / total;
}

function packedFor({ design, rows, weights, penalties }: RidgeProblem): PackedDesign {
  const used = new Uint8Array(design.from.length - 1);
  for (const row of rows) if (weights[row]! > 0) used[design.patternOf[row]!] = 1;
  const patterns = Uint32Array.from(used.keys()).filter((pattern) => used[pattern] === 1);
  return new PackedDesign(design, patterns, (feature) => penalties[feature]! < Infinity);
}

interface NormalEquations {
  readonly packed: PackedDesign;
  /** Weight of each pattern, and its weighted sum of the target. */
  readonly masses: Float64Array;
  readonly moments: Float64Array;
  readonly penalties: Float64Array;
}

/** Solves (X'WX + P) b = X'Wy, from where `solution` stands. */
function solve({ packed, masses, moments, penalties }: NormalEquations, solution: Float64Array): void {
  const inverse = packed.diagonal(masses).map((value, j) => 1 / (value + penalties[j]!));
  const begun = packed.times(solution).map((value, i) => moments[i]! - masses[i]! * value);
  const residual = packed.transposedTimes(begun).map((value, j) => value - penalties[j]! * solution[j]!);
  const mean = total(moments) / total(masses);
  const right = packed.transposedTimes(moments.map((moment, i) => moment - masses[i]! * mean));
  const enough = TOLERANCE ** 2 * right.reduce((sum, value, j) => sum + value * value * inverse[j]!, 0);
  const scaled = residual.map((value, j) => value * inverse[j]!);
  const direction = scaled.slice();
  let product = dot(residual, scaled);
  for (let step = 0; step < MOST_STEPS && product > enough; step += 1) {
    const image = packed.transposedTimes(packed.times(direction).map((value, i) => masses[i]! * value));
    for (let j = 0; j < image.length; j += 1) image[j]! += penalties[j]! * direction[j]!;
    const length = product / dot(direction, image);
    for (let j = 0; j < image.length; j += 1) {
      solution[j]! += length * direction[j]!;
      residual[j]! -= length * image[j]!;
      scaled[j] = residual[j]! * inverse[j]!;
    }
    const next = dot(residual, scaled);
    const share = next / product;
    product = next;
    for (let j = 0; j < direction.length; j += 1) direction[j] = scaled[j]! + share * direction[j]!;
  }
}

function total(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let j = 0; j < a.length; j += 1) sum += a[j]! * b[j]!;
  return sum;
}
