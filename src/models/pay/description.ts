/** What the pay model's file says in words and single numbers. */
import type { PercentileKey } from '../../core/finding.js';

export const PERCENTILE_KEYS = ['10', '25', '50', '75', '90'] as const satisfies readonly PercentileKey[];

/** Coefficients of features that every title has, by name, and means that stand in where a question names nothing. */
export interface BaseEffects {
  readonly base: Readonly<Record<string, number>>;
  readonly source: number;
  readonly state: number;
}

/** Offers, employers and effective employers of a role or an occupation. */
export type Support = readonly [n: number, employers: number, effective: number];

export interface BasisDescription {
  readonly sources: readonly string[];
  readonly period: { readonly from: string; readonly to: string };
  readonly n: number;
  readonly employers: number;
  readonly centre: BaseEffects;
  readonly spread: BaseEffects;
  readonly error: BaseEffects;
  /** Quantiles of offers of employers not seen, in units of the spread, and their standard errors. */
  readonly quantiles: Readonly<Record<PercentileKey, { readonly value: number; readonly sd: number }>>;
  /** Cells around the model, in units of the spread squared. */
  readonly cells: {
    readonly variance: number;
    readonly kurtosis: number;
    readonly employerVariance: number;
    readonly cells: number;
    readonly employers: number;
  };
  /** By role, and by occupation that titles most probably mean; only those with employers enough. */
  readonly roles: Readonly<Record<string, Support>>;
  readonly occupations: Readonly<Record<string, Support>>;
}

export interface PayDescription {
  readonly version: string;
  readonly textVersion: string;
  /** Date to which amounts were carried. */
  readonly date: string;
  readonly officialPlaces: readonly string[];
  readonly officialOccupations: readonly string[];
  /** null where the market does not hold enough offers of the basis. */
  readonly filed: BasisDescription | null;
  readonly posted: BasisDescription | null;
}
