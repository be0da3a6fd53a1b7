/** The pay model of one basis, fitted and calibrated on employers that each fit did not see. */
import { type CellSpread, cellMeans, fitCells, shift } from './cells.js';
import { asQuestions, type Effects, fitCentre, fitLogOf } from './part.js';
import type { Prepared } from './prepared.js';
import { sortedQuantiles } from './sorted-quantiles.js';

/** Quantiles kept of the residuals, by their shares. */
export const SHARES = [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95] as const;

const MEDIAN = SHARES.indexOf(0.5);

/** What is calibrated on cross-fitted residuals; quantiles in units of the predicted spread. */
export interface Calibrated {
  /** Log of the spread, and the spread of each row. */
  readonly spread: Effects;
  readonly scales: Float64Array;
  /** Around the title model alone, and around it with the cell's own employers counted in; as `SHARES`. */
  readonly quantiles: readonly number[];
  readonly cellQuantiles: readonly number[];
  /** Standard errors of the first, of each less the median, but of the median itself. */
  readonly quantileErrors: readonly number[];
  readonly cells: CellSpread | null;
  /** Residuals of the rows in units of the spread. */
  readonly standardised: Float64Array;
}

export type Say = (message: string) => void;

/** Centres fitted without one or two folds of employers; each is fitted once, whoever asks. */
export class CrossFit {
  readonly prepared: Prepared;
  readonly #say: Say;
  readonly #centres = new Map<string, Effects>();

  constructor(prepared: Prepared, say: Say = () => {}) {
    this.prepared = prepared;
    this.#say = say;
  }

  /** Rows of the folds that are not left out. */
  rowsWithout(...left: readonly (number | null)[]): Uint32Array {
    return Uint32Array.from(this.prepared.offers.keys()).filter(
      (row) => !left.includes(this.prepared.offers[row]!.fold),
    );
  }

  centreWithout(...left: readonly (number | null)[]): Effects {
    const folds = [...new Set(left.filter((fold) => fold !== null))].sort((a, b) => a - b);
    const key = folds.join(' ');
    const before = this.#centres.get(key);
    if (before !== undefined) return before;
    this.#say(folds.length === 0 ? 'all employers' : `without fold ${folds.join(' and ')}`);
    const centre = fitCentre(this.prepared, this.rowsWithout(...folds));
    this.#centres.set(key, centre);
    return centre;
  }

  /** What a fit that saw neither the row's employer nor the fold left out predicts of it, by row. */
  predictions(left: number | null): Float64Array {
    const { prepared } = this;
    const predicted = new Float64Array(prepared.offers.length);
    for (let fold = 0; fold < prepared.recipe.folds; fold += 1) {
      if (fold === left) continue;
      const without = asQuestions(prepared, this.centreWithout(left, fold));
      prepared.offers.forEach((offer, row) => {
        if (offer.fold === fold) predicted[row] = without[row]!;
      });
    }
    return predicted;
  }

  calibrate(left: number | null): Calibrated {
    const { prepared } = this;
    const rows = this.rowsWithout(left);
    const predicted = this.predictions(left);
    const spread = fitLogOf(prepared, rows, logSizes(prepared, rows, predicted));
    const standardised = new Float64Array(prepared.offers.length);
    const scales = asQuestions(prepared, spread).map(Math.exp);
    for (const row of rows) {
      standardised[row] = (prepared.target[row]! - predicted[row]!) / scales[row]!;
    }
    const cells = fitCells(prepared, rows, standardised);
    const none = new Float64Array(prepared.offers.length);
    const around = (shifts: Float64Array) => residualQuantiles(prepared, rows, { predicted, scales, shifts });
    return {
      spread,
      scales,
      standardised,
      cells,
      quantiles: around(none),
      quantileErrors: quantileErrors(this, left, { predicted, scales }),
      cellQuantiles: cells === null ? around(none) : around(shiftsByOthers(prepared, rows, standardised, cells)),
    };
  }
}

/** Log of the mean distance of a row's points from what was predicted. */
function logSizes({ points, recipe, offers }: Prepared, rows: Uint32Array, predicted: Float64Array): Float64Array {
  const { pointsOfRange, spreadOffset } = recipe;
  const sizes = new Float64Array(offers.length);
  for (const row of rows) {
    let sum = 0;
    for (let at = 0; at < pointsOfRange; at += 1) sum += Math.abs(points[row * pointsOfRange + at]! - predicted[row]!);
    sizes[row] = Math.log(sum / pointsOfRange + spreadOffset);
  }
  return sizes;
}

interface Predicted {
  readonly predicted: Float64Array;
  readonly scales: Float64Array;
  readonly shifts?: Float64Array;
}

function residualQuantiles(
  { points, shares, recipe }: Prepared,
  rows: Uint32Array,
  { predicted, scales, shifts }: Predicted,
): number[] {
  const { pointsOfRange } = recipe;
  const values = new Float64Array(rows.length * pointsOfRange);
  const weights = new Float64Array(values.length);
  rows.forEach((row, index) => {
    for (let at = 0; at < pointsOfRange; at += 1) {
      const point = points[row * pointsOfRange + at]!;
      values[index * pointsOfRange + at] = (point - predicted[row]!) / scales[row]! - (shifts?.[row] ?? 0);
      weights[index * pointsOfRange + at] = shares[row]!;
    }
  });
  return sortedQuantiles(values, weights, SHARES);
}

/** Delete-a-group jackknife over the folds of employers: of the median, and of every other quantile less the median. */
function quantileErrors(crossFit: CrossFit, left: number | null, predicted: Predicted): number[] {
  const { prepared } = crossFit;
  const folds = Array.from({ length: prepared.recipe.folds }, (_, fold) => fold).filter((fold) => fold !== left);
  const replicates = folds.map((fold) => {
    const quantiles = residualQuantiles(prepared, crossFit.rowsWithout(left, fold), predicted);
    const median = quantiles[MEDIAN]!;
    return quantiles.map((value, at) => (at === MEDIAN ? value : value - median));
  });
  return SHARES.map((_, at) => Math.sqrt(jackknifeVariance(replicates.map((quantiles) => quantiles[at]!))));
}

/** Delete-a-group jackknife: (G - 1) / G times the squares of the replicates about their mean. */
export function jackknifeVariance(replicates: readonly number[]): number {
  const groups = replicates.length;
  const mean = replicates.reduce((sum, value) => sum + value, 0) / groups;
  return ((groups - 1) / groups) * replicates.reduce((sum, value) => sum + (value - mean) ** 2, 0);
}

/** By how much each row's cell moves for the other employers in it. */
function shiftsByOthers(
  prepared: Prepared,
  rows: Uint32Array,
  standardised: Float64Array,
  spread: CellSpread,
): Float64Array {
  const means = cellMeans(prepared, rows, standardised);
  const own = new Map<string, { sum: number; count: number }>();
  const keyOf = (row: number) => `${prepared.clusters[row]} ${prepared.cells[row]}`;
  for (const row of rows) {
    const key = keyOf(row);
    const mine = own.get(key) ?? { sum: 0, count: 0 };
    mine.sum += standardised[row]!;
    mine.count += 1;
    own.set(key, mine);
  }
  const shifts = new Float64Array(standardised.length);
  for (const row of rows) {
    const cell = means.get(prepared.cells[row]!);
    if (cell === undefined || cell.employers < 2 || !prepared.offers[row]!.named) continue;
    const { sum, count } = own.get(keyOf(row))!;
    const others = (cell.mean * cell.employers - sum / count) / (cell.employers - 1);
    shifts[row] = shift(spread, { mean: others, employers: cell.employers - 1, rows: cell.rows - count });
  }
  return shifts;
}
