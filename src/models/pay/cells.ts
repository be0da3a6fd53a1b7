/** How cells differ from what the title model says of them. */
import { cellMoments, pauleMandel } from '../../stats/index.js';
import type { Prepared } from './prepared.js';

/** In units of the predicted spread, so that cells of any spread can be compared. */
export interface CellSpread {
  /** Variance of cells' own centres. */
  readonly variance: number;
  readonly kurtosis: number;
  /** Variance of an employer's mean around its cell's centre. */
  readonly employerVariance: number;
  /** Cells and employers behind the two. */
  readonly cells: number;
  readonly employers: number;
}

export interface CellMean {
  /** Mean over employers of their mean residual, in units of the spread. */
  readonly mean: number;
  readonly employers: number;
  readonly rows: number;
}

const FEWEST_EMPLOYERS = 3;
const FEWEST_CELLS = 3;

/** Means of the cells of some rows, every named employer counting once in each. */
export function cellMeans(prepared: Prepared, rows: Uint32Array, residuals: Float64Array): Map<string, CellMean> {
  return new Map(
    [...employerMeans(prepared, rows, residuals)].map(([cell, { means, rows: count }]) => {
      const mean = means.reduce((sum, value) => sum + value, 0) / means.length;
      return [cell, { mean, employers: means.length, rows: count }];
    }),
  );
}

/**
 * Variance between cells by Paule and Mandel, its kurtosis by moments, from residuals of employers that the centre was
 * not fitted on. The error of a cell's mean is the pooled variance of employers within cells over its employers.
 *
 * @returns null where fewer than three cells have three employers
 */
export function fitCells(prepared: Prepared, rows: Uint32Array, residuals: Float64Array): CellSpread | null {
  const cells = [...employerMeans(prepared, rows, residuals).values()]
    .map(({ means }) => means)
    .filter((means) => means.length >= FEWEST_EMPLOYERS);
  if (cells.length < FEWEST_CELLS) return null;
  let squares = 0;
  let free = 0;
  const centres = cells.map((means) => {
    const mean = means.reduce((sum, value) => sum + value, 0) / means.length;
    squares += means.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    free += means.length - 1;
    return mean;
  });
  const employerVariance = squares / free;
  if (!(employerVariance > 0)) return null;
  const errors = cells.map((means) => employerVariance / means.length);
  const { tau2, centres: fitted } = pauleMandel(centres, errors);
  const moments = cellMoments(centres, errors, fitted, { tau2, weights: cells.map((means) => means.length) });
  return {
    variance: moments.tau2,
    kurtosis: moments.kurtosis,
    employerVariance,
    cells: cells.length,
    employers: cells.reduce((sum, means) => sum + means.length, 0),
  };
}

/** By how much a cell moves from the model towards its own employers, and what remains unknown of its centre. */
export function shift(spread: CellSpread | null, cell: CellMean | undefined): number {
  if (spread === null || cell === undefined) return 0;
  return (spread.variance / (spread.variance + spread.employerVariance / cell.employers)) * cell.mean;
}

function employerMeans({ clusters, cells, offers }: Prepared, rows: Uint32Array, residuals: Float64Array) {
  const found = new Map<string, Map<number, { sum: number; count: number }>>();
  for (const row of rows) {
    if (!offers[row]!.named) continue;
    const employers = found.get(cells[row]!) ?? new Map<number, { sum: number; count: number }>();
    found.set(cells[row]!, employers);
    const own = employers.get(clusters[row]!) ?? { sum: 0, count: 0 };
    own.sum += residuals[row]!;
    own.count += 1;
    employers.set(clusters[row]!, own);
  }
  return new Map(
    [...found].map(([cell, employers]) => {
      const own = [...employers.values()];
      return [
        cell,
        { means: own.map(({ sum, count }) => sum / count), rows: own.reduce((n, { count }) => n + count, 0) },
      ];
    }),
  );
}
