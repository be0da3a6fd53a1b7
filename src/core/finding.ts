/** The unit of every answer: one statement with its number and the evidence for it. */
import type { Basis } from './basis.js';

/**
 * `supported`: estimated directly from observations of the scope named.
 * `modelled`: rests on an assumption or borrowed strength that the statement names.
 * `insufficient`: the data cannot support a number; `missing` says what would be needed.
 */
export type FindingStatus = 'supported' | 'modelled' | 'insufficient';

export type Grade = 'A' | 'B' | 'C' | 'D';

export interface Interval {
  /** Nominal coverage, fraction in (0, 1). */
  readonly level: number;
  readonly low: number;
  readonly high: number;
}

export interface PercentileEstimate {
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
}

export type PercentileKey = '10' | '25' | '50' | '75' | '90';

export interface Quantity {
  readonly value: number;
  /** `USD/year`, `percent`, `percent/year`, `jobs`, `jobs/year`, `ratio`, `percentile`, `count`. */
  readonly unit: string;
  readonly interval: Interval | null;
  /** Upper end, when the quantity is a range to choose from and not an estimate. */
  readonly upTo?: number | undefined;
  readonly percentiles?: Readonly<Partial<Record<PercentileKey, PercentileEstimate | undefined>>> | undefined;
}

export interface Evidence {
  /** Observations of the scope named, after repeats were removed. */
  readonly n: number;
  /** What n counts: `advertised ranges`, `filed wages`, `published cells`; observations when absent. */
  readonly counts?: string | undefined;
  /** Distinct employers behind n; null where the source names none. */
  readonly employers: number | null;
  /** Where some of several sources name their employers: how many are known, in how many of them. */
  readonly employersNamed?: { readonly atLeast: number; readonly sources: number; readonly of: number } | undefined;
  readonly sources: readonly string[];
  readonly period: { readonly from: string; readonly to: string } | null;
  /** Place id the observations come from: may be wider than the place asked about. */
  readonly place: string | null;
  readonly scope: string;
  readonly basis: Basis | null;
  readonly method: string;
  readonly grade?: Grade | undefined;
  /** Why this grade, in about six words. */
  readonly gradeReason?: string | undefined;
  /** The very cell that was asked about, when the figure is for a wider scope. */
  readonly asked?: { readonly n: number; readonly employers: number | null } | undefined;
}

export interface Finding {
  readonly id: string;
  readonly status: FindingStatus;
  readonly statement: string;
  readonly quantity: Quantity | null;
  readonly evidence: Evidence;
  readonly caveats: readonly string[];
  readonly missing?: string | undefined;
}
