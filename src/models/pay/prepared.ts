/** Offers made ready for fits on any part of their employers. */
import { buildDesign, type Design } from './design.js';
import { cellOf, type Offer } from './offers.js';
import type { OfficialPay } from './official-anchor.js';
import type { PayRecipe } from './recipe.js';

export interface Prepared {
  readonly offers: readonly Offer[];
  readonly official: OfficialPay;
  readonly recipe: PayRecipe;
  readonly design: Design;
  /** Number of the cluster of each row; rows of one cluster stand together. */
  readonly clusters: Uint32Array;
  /** Name of each row's cell. */
  readonly cells: readonly string[];
  /** Logs of the points that stand for each row, `recipe.pointsOfRange` a row; all equal for a single amount. */
  readonly points: Float64Array;
  /** Mean of a row's points. */
  readonly target: Float64Array;
  /** Of a row in the fit of the centre. */
  readonly weights: Float64Array;
  /** Of a row in the calibration and the scores: rows of one named employer sum to 1; 0 where none is named. */
  readonly shares: Float64Array;
  /** Feature of each row's source, and that of offers without a place (-1 where there are none). */
  readonly sourceFeatures: Int32Array;
  readonly noStateFeature: number;
}

export function prepare(offers: readonly Offer[], official: OfficialPay, recipe: PayRecipe): Prepared {
  const design = buildDesign(offers, official);
  const clusters = clusterNumbers(offers);
  const sizes = new Uint32Array((clusters.at(-1) ?? -1) + 1);
  for (const cluster of clusters) sizes[cluster]! += 1;
  const points = pointsOf(offers, recipe.pointsOfRange);
  const positions = new Map(design.names.map((name, at) => [name, at]));
  return {
    offers,
    official,
    recipe,
    design,
    clusters,
    cells: offers.map(cellOf),
    points,
    target: meansOf(points, recipe.pointsOfRange),
    weights: weightsOf(offers, (row) => sizes[clusters[row]!]! ** -recipe.damping),
    shares: Float64Array.from(offers, ({ named }, row) => (named ? 1 / sizes[clusters[row]!]! : 0)),
    sourceFeatures: Int32Array.from(offers, ({ source }) => positions.get(`source ${source}`)!),
    noStateFeature: positions.get('state none') ?? -1,
  };
}

function clusterNumbers(offers: readonly Offer[]): Uint32Array {
  const numbers = new Uint32Array(offers.length);
  for (let row = 1; row < offers.length; row += 1) {
    const same = offers[row]!.cluster === offers[row - 1]!.cluster;
    numbers[row] = numbers[row - 1]! + (same ? 0 : 1);
  }
  return numbers;
}

/** Offers without an employer weigh together no more than those with one. */
function weightsOf(offers: readonly Offer[], damped: (row: number) => number): Float64Array {
  const weights = Float64Array.from(offers, (_, row) => damped(row));
  const total = { named: 0, unnamed: 0 };
  offers.forEach(({ named }, row) => {
    total[named ? 'named' : 'unnamed'] += weights[row]!;
  });
  const share = total.named === 0 ? 1 : Math.min(1, total.named / Math.max(total.unnamed, Number.MIN_VALUE));
  return weights.map((weight, row) => (offers[row]!.named ? weight : weight * share));
}

function pointsOf(offers: readonly Offer[], count: number): Float64Array {
  const points = new Float64Array(offers.length * count);
  offers.forEach(({ low, high }, row) => {
    for (let at = 0; at < count; at += 1) {
      points[row * count + at] = Math.log(low + ((at + 0.5) / count) * (high - low));
    }
  });
  return points;
}

function meansOf(points: Float64Array, count: number): Float64Array {
  return Float64Array.from({ length: points.length / count }, (_, row) => {
    let sum = 0;
    for (let at = 0; at < count; at += 1) sum += points[row * count + at]!;
    return sum / count;
  });
}
