/** One published group and its figures. */
import type { CountBand, GroupSize, Protection, PublishedPercentile } from '../../core/publication-rules.js';
import { employerBand, publishedAmount, publishedPercentiles, recordBand } from '../../core/publication-rules.js';
import type { CellId } from './lattice.js';

export interface PublishedCell {
  readonly cell: CellId;
  /** First and last month of the records of the population. */
  readonly period: { readonly from: string; readonly to: string };
  readonly currency: string;
  readonly n: CountBand;
  /** null where a single employer's payroll is published. */
  readonly employers: CountBand | null;
  /** Rounded yearly amounts, lowest percentile first. */
  readonly percentiles: readonly { readonly p: PublishedPercentile; readonly value: number }[];
}

export interface WeightedAmount {
  readonly value: number;
  readonly weight: number;
}

/** Slack, as a fraction of the total weight, that keeps sums of weights from missing a percentile by rounding. */
const ROUNDING = 1e-12;

/**
 * A percentile as it is published: the mean of the three or four amounts around it, rounded.
 *
 * Estimand: the p-th percentile of the weighted yearly amounts of the group. With i the first amount at which the
 * cumulative weight reaches p: the amounts i-1 to i+1, and i+2 too where it reaches p exactly. The smallest and the
 * largest amount are never among them, and the result is nobody's own amount but for ties.
 *
 * @param sorted amounts, ascending, at least five
 */
export function publishedPercentile(sorted: readonly WeightedAmount[], p: PublishedPercentile): number {
  const total = sorted.reduce((sum, { weight }) => sum + weight, 0);
  const slack = ROUNDING * total;
  let [at, reached] = [0, sorted[0]!.weight];
  while (reached < (total * p) / 100 - slack) {
    at += 1;
    reached += sorted[at]!.weight;
  }
  const exactly = reached <= (total * p) / 100 + slack;
  const last = sorted.length - 2;
  const from = Math.max(1, Math.min(at - 1, last - 2));
  const to = Math.min(last, Math.max(at + (exactly ? 2 : 1), from + 2));
  const around = sorted.slice(from, to + 1);
  return publishedAmount(around.reduce((sum, { value }) => sum + value, 0) / around.length);
}

export interface CellContent {
  readonly cell: CellId;
  readonly period: PublishedCell['period'];
  readonly currency: string;
  readonly size: GroupSize;
  readonly protection: Protection;
  /** Weighted yearly amounts in any order. */
  readonly amounts: readonly WeightedAmount[];
}

export function publishedCell({ cell, period, currency, size, protection, amounts }: CellContent): PublishedCell {
  const sorted = [...amounts].sort((a, b) => a.value - b.value || a.weight - b.weight);
  return {
    cell,
    period,
    currency,
    n: recordBand(size.records),
    employers: protection === 'persons' ? null : employerBand(size.employers),
    percentiles: publishedPercentiles(size, protection).map((p) => ({ p, value: publishedPercentile(sorted, p) })),
  };
}
