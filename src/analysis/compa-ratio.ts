/** What one person's pay is against a market distribution on the same basis (METHODS 8). */
import type { PercentileEstimate } from '../core/finding.js';
import type { Percentiles } from '../core/percentiles.js';
import { normalQuantile, offerPosition } from '../stats/index.js';

/** A figure with the range it has in nine of ten draws of the distribution. */
export interface DrawnFigure {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

export interface PayStanding {
  /** Percentile of the pay in the distribution, 0-100; null where fewer than two percentiles are known. */
  readonly percentile: DrawnFigure | null;
  /** Pay over the median. */
  readonly compaRatio: DrawnFigure;
  /** (Pay - P25) / (P75 - P25): 0 at the lower quartile, 1 at the upper; null without both. */
  readonly rangePenetration: DrawnFigure | null;
}

const Z90 = 1.6448536269514722;

/** Equally likely normal scores, the same in every run. */
const SCORES: readonly number[] = Array.from({ length: 199 }, (_, draw) => normalQuantile((draw + 0.5) / 199));

/**
 * Where a pay stands. Each percentile is drawn along its own interval, all together by one score, as for an offer: see
 * `offerPosition`.
 *
 * @param pay whole currency units a year, > 0, in the currency of the percentiles
 * @returns null without a median
 * @example payStanding({ '50': { value: 100_000, low: 90_000, high: 112_000 } }, 95_000)?.compaRatio.value // 0.95
 */
export function payStanding(percentiles: Percentiles, pay: number): PayStanding | null {
  const median = percentiles['50'];
  if (median === undefined) return null;
  const { '25': lower, '75': upper } = percentiles;
  const position = Object.values(percentiles).length < 2 ? null : offerPosition(percentiles, pay);
  const penetration = (score: number): number => {
    const [from, to] = [at(lower!, score), at(upper!, score)];
    return (pay - from) / (to - from);
  };
  return {
    percentile: position && { value: position.percentile, low: position.low, high: position.high },
    compaRatio: position?.compaRatio ?? drawn((score) => pay / at(median, score)),
    rangePenetration: lower === undefined || upper === undefined || !apart(lower, upper) ? null : drawn(penetration),
  };
}

/** A percentile moved along its interval on the log scale: -1.64 is its lower end, 1.64 its upper. */
function at({ value, low, high }: PercentileEstimate, score: number): number {
  const edge = score < 0 ? low : high;
  if (edge === null || score === 0) return value;
  return value * Math.exp((score / Z90) * Math.abs(Math.log(edge / value)));
}

/** Whether the quartiles keep their order in every draw. */
function apart(lower: PercentileEstimate, upper: PercentileEstimate): boolean {
  return [-Z90, 0, Z90].every((score) => at(upper, score) > at(lower, score));
}

function drawn(figure: (score: number) => number): DrawnFigure {
  const draws = SCORES.map(figure).sort((a, b) => a - b);
  const quantile = (p: number): number => draws[Math.floor(p * draws.length)]!;
  return { value: figure(0), low: quantile(0.05), high: quantile(0.95) };
}
