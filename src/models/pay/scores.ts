/** Scores of the pay models on employers whose offers they were not fitted on. */

/** Bounds of the number of training rows in a cell (role, or occupation, x level x state), by which scores are shown. */
export const CELL_BUCKETS = ['0', '1-3', '4-9', '10-29', '30+'] as const;
export type CellBucket = (typeof CELL_BUCKETS)[number];

export interface BucketScore {
  /** Rows that training holds of the offer's cell. */
  readonly bucket: CellBucket;
  /** Offers scored, and their employers (or, where a source names none, distinct ranges of a year). */
  readonly n: number;
  readonly employers: number;
  /** Share of offers inside the 90% predictive band, employers weighing the same. */
  readonly coverage90: number;
}

export interface BasisScores {
  /** Mean pinball loss of log pay over P10, P25, P50, P75 and P90; each employer weighs the same. */
  readonly pinball: number;
  readonly n: number;
  readonly employers: number;
  /** Share of offers between the predicted P10 and P90. */
  readonly band80: number;
  /** Share of offers between the predicted P5 and P95, the cell's own rows counted in. */
  readonly coverage90: number;
  readonly buckets: readonly BucketScore[];
  /** Loss of quantiles of the occupation in the state (then in the country) among training employers. */
  readonly baselinePinball: number;
}

export interface SparseScores {
  /** Cells with fewer than 10 training rows: loss of the model over that of the cell's direct quantiles. */
  readonly ratio: number;
  /** Cells with 50 training rows or more. */
  readonly ratioLarge: number;
  /** Offers behind `ratio` and `ratioLarge`. */
  readonly n: number;
  readonly nLarge: number;
}

export interface PayScores {
  readonly filed: BasisScores;
  readonly posted: BasisScores;
  readonly sparse: SparseScores;
}
