/** Rows of official pay outside the United States. */
import type { DraftRow } from './connector.js';

/** Code of the line of all occupations together, where the publisher gives it none. */
export const ALL_OCCUPATIONS = 'all';

const NO_FIGURES = {
  jobs: null,
  mean: null,
  p10: null,
  p25: null,
  p50: null,
  p75: null,
  p90: null,
  meanRsePercent: null,
  medianRsePercent: null,
  borrowedFrom: null,
} as const;

export type EarningsFigures = Partial<Pick<DraftRow<'earnings'>, keyof typeof NO_FIGURES>>;

export type EarningsCell = Omit<DraftRow<'earnings'>, keyof typeof NO_FIGURES> & EarningsFigures;

/** A row of the table `earnings`; figures that are not given are null. */
export function earningsRow(cell: EarningsCell): DraftRow<'earnings'> {
  return { ...NO_FIGURES, ...cell };
}

/** Whether a row says anything about pay: a mean or any percentile. */
export function hasPay({ mean, p10, p25, p50, p75, p90 }: EarningsFigures): boolean {
  return [mean, p10, p25, p50, p75, p90].some((figure) => figure !== null && figure !== undefined);
}

/** The last year among rows. @returns 0 when there is none */
export function lastYear(rows: readonly Pick<DraftRow<'earnings'>, 'year'>[]): number {
  return rows.reduce((last, { year }) => Math.max(last, year), 0);
}
