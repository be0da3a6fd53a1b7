/** From predicted quantiles and what was then seen to scores. */
import { SHARES } from './fit.js';
import { type BasisScores, type BucketScore, CELL_BUCKETS, type CellBucket, type SparseScores } from './scores.js';

/** An offer of an employer left out, with the quantiles predicted for it, as `SHARES`, in log pay. */
export interface ScoredPoint {
  /** Points that stand for the offer. */
  readonly values: Float64Array;
  readonly cluster: number;
  /** Weight: those of an employer sum to 1. */
  readonly share: number;
  /** Rows that training holds of its cell. */
  readonly cellRows: number;
  /** By title and state alone. */
  readonly title: readonly number[];
  /** With the other employers of the cell counted in. */
  readonly cell: readonly number[];
  /** Quantiles of the cell's training rows; null where there are none. */
  readonly direct: readonly number[] | null;
  readonly baseline: readonly number[];
}

const SCORED = [0.1, 0.25, 0.5, 0.75, 0.9].map((share) => SHARES.indexOf(share as (typeof SHARES)[number]));
const [P5, P10, P90, P95] = [0, 1, 5, 6];
const SPARSE_BELOW = 10;
const LARGE_FROM = 50;

export function scoreBasis(points: readonly ScoredPoint[]): BasisScores {
  return {
    pinball: meanOf(points, (point) => pinball(point, point.title)),
    n: points.length,
    employers: employersOf(points),
    band80: meanOf(points, (point) => inside(point, point.title[P10!]!, point.title[P90!]!)),
    coverage90: meanOf(points, covered),
    buckets: CELL_BUCKETS.map((bucket) => scoreBucket(bucket, points)),
    baselinePinball: meanOf(points, (point) => pinball(point, point.baseline)),
  };
}

/** Losses of all offers, each counting once, in cells with few and with many training rows. */
export function scoreSparse(points: readonly ScoredPoint[]): SparseScores {
  const few = ratioOver(points.filter(({ cellRows }) => cellRows > 0 && cellRows < SPARSE_BELOW));
  const many = ratioOver(points.filter(({ cellRows }) => cellRows >= LARGE_FROM));
  return { ratio: few.ratio, n: few.n, ratioLarge: many.ratio, nLarge: many.n };
}

export function bucketOf(rows: number): CellBucket {
  if (rows === 0) return '0';
  if (rows < 4) return '1-3';
  if (rows < 10) return '4-9';
  return rows < 30 ? '10-29' : '30+';
}

/** Mean over quantiles and points of (y - q)(p - [y < q]), log points. */
export function pinball({ values }: Pick<ScoredPoint, 'values'>, quantiles: readonly number[]): number {
  let sum = 0;
  for (const at of SCORED) {
    for (const value of values) {
      const gap = value - quantiles[at]!;
      sum += gap >= 0 ? SHARES[at]! * gap : (SHARES[at]! - 1) * gap;
    }
  }
  return sum / (SCORED.length * values.length);
}

function scoreBucket(bucket: CellBucket, points: readonly ScoredPoint[]): BucketScore {
  const own = points.filter(({ cellRows }) => bucketOf(cellRows) === bucket);
  return { bucket, n: own.length, employers: employersOf(own), coverage90: meanOf(own, covered) };
}

function covered(point: ScoredPoint): number {
  return inside(point, point.cell[P5!]!, point.cell[P95!]!);
}

function inside({ values }: ScoredPoint, low: number, high: number): number {
  return values.filter((value) => value >= low && value <= high).length / values.length;
}

function meanOf(points: readonly ScoredPoint[], of: (point: ScoredPoint) => number): number {
  let sum = 0;
  let weight = 0;
  for (const point of points) {
    sum += point.share * of(point);
    weight += point.share;
  }
  return weight === 0 ? 0 : sum / weight;
}

function ratioOver(points: readonly ScoredPoint[]): { readonly ratio: number; readonly n: number } {
  const model = meanOf(points, (point) => pinball(point, point.cell));
  const direct = meanOf(points, (point) => (point.direct === null ? 0 : pinball(point, point.direct)));
  return { ratio: direct === 0 ? 0 : model / direct, n: points.length };
}

function employersOf(points: readonly ScoredPoint[]): number {
  return new Set(points.map(({ cluster }) => cluster)).size;
}
