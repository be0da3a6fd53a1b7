/** What a fitted pay model says of one cell. It is fitted once and shipped; a question only asks it. */
import type { PercentileKey } from './finding.js';
import type { LevelId } from './level.js';
import type { OccupationShare } from './role.js';

export interface PayModelQuestion {
  readonly basis: 'posted' | 'filed';
  /** Normalised title without its level words (see text/titles). */
  readonly workKey: string;
  /** Catalogued role, or null. */
  readonly role: string | null;
  readonly level: LevelId | null;
  /** State id, `US-CA`; null for the whole country. */
  readonly state: string | null;
  readonly occupations: readonly OccupationShare[];
}

/** One residual quantile, log points around the centre. */
export interface ResidualQuantile {
  readonly value: number;
  /** Standard error over employers of the whole fit. */
  readonly sd: number;
}

export interface PayPrediction {
  /** Log of the typical yearly pay, dollars, as of `date`. */
  readonly centre: number;
  /** `YYYY-MM-DD` to which the amounts behind the fit were carried. */
  readonly date: string;
  /** Variance of a cell's own centre around the prediction, log points squared (A of the shrinkage). */
  readonly cellVariance: number;
  /** Kurtosis of the cells' own centres around the prediction, for robust intervals. */
  readonly cellKurtosis: number;
  /** Sampling variance of the prediction itself, log points squared. */
  readonly predictionVariance: number;
  /** Offers of employers not seen, around the centre. */
  readonly residuals: Readonly<Record<PercentileKey, ResidualQuantile>>;
  /** Whose offers count here: those of the role, or of every title whose leading occupation is the question's. */
  readonly behind: 'role' | 'occupation';
  /** These offers, and their employers. */
  readonly n: number;
  readonly employers: number;
  readonly sources: readonly string[];
  /** First and last day on which the offers behind the fit were seen. */
  readonly period: { readonly from: string; readonly to: string };
}

export interface PayModel {
  readonly version: string;
  /**
   * @returns null outside what the model was calibrated on: another country, an occupation without employers enough
   */
  predict(question: PayModelQuestion): PayPrediction | null;
}
