/** Where an offer sits in a pay distribution on one basis, and what to ask for (METHODS 8). */
import type { PercentileKey } from '../core/finding.js';
import { normalCdf, normalQuantile } from '../stats/index.js';
import { PERCENTILES, type Percentiles } from './estimate.js';

/** Draws of the distribution's uncertainty: equally likely normal scores, the same in every run. */
const DRAWS = 199;

const SCORES: readonly number[] = Array.from({ length: DRAWS }, (_, draw) => normalQuantile((draw + 0.5) / DRAWS));

const Z90 = 1.6448536269514722;

/** Probability at which an offer is called below the market. */
export const BELOW_MARKET_PROBABILITY = 0.8;

/** An interval of the target wider than this on either side gives a range only. */
const RANGE_ONLY_HALF_WIDTH = 0.2;

/** Round units an ask may be written to, currency. */
const STEPS: readonly number[] = [500, 1_000, 2_500, 5_000, 10_000, 15_000, 20_000, 25_000, 50_000];

export interface OfferPosition {
  /** Percentile of the offer, 0-100, and its 5-95% range over the draws. */
  readonly percentile: number;
  readonly low: number;
  readonly high: number;
  /** Probability that the offer is below the target percentile. */
  readonly belowProbability: number;
  readonly belowMarket: boolean;
  /** Offer over the median, with its 5-95% range. */
  readonly compaRatio: { readonly value: number; readonly low: number; readonly high: number };
}

export interface AskRange {
  readonly target: number;
  readonly from: number;
  readonly to: number;
  /** Percentile the upper end stands for. */
  readonly toPercentile: number;
  /** True when the target is too uncertain for a point: only the range is said. */
  readonly rangeOnly: boolean;
  /** Rounding unit, currency. */
  readonly step: number;
}

/**
 * Position of an offer.
 *
 * Pay at percentile p is drawn as the estimate moved along its own interval; one score moves all percentiles together,
 * because they share their employers. Between percentiles log pay is linear in the normal score; beyond the outermost
 * known percentiles the end segments go on.
 *
 * @param percentiles at least two of the five, increasing
 * @param offer whole currency units a year, > 0
 * @param target percentile the offer is held against, fraction
 */
export function offerPosition(percentiles: Percentiles, offer: number, target = 0.5): OfferPosition {
  const positions: number[] = [];
  const ratios: number[] = [];
  let below = 0;
  const points = knownPoints(percentiles);
  for (const score of SCORES) {
    const curve = drawnCurve(points, score);
    const position = normalCdf(scoreOf(curve, Math.log(offer)));
    positions.push(100 * position);
    ratios.push(offer / Math.exp(logPayAt(curve, 0)));
    if (position < target) below += 1;
  }
  positions.sort((a, b) => a - b);
  ratios.sort((a, b) => a - b);
  const centre = drawnCurve(points, 0);
  const belowProbability = below / DRAWS;
  return {
    percentile: 100 * normalCdf(scoreOf(centre, Math.log(offer))),
    low: at(positions, 0.05),
    high: at(positions, 0.95),
    belowProbability,
    belowMarket: belowProbability >= BELOW_MARKET_PROBABILITY,
    compaRatio: { value: offer / Math.exp(logPayAt(centre, 0)), low: at(ratios, 0.05), high: at(ratios, 0.95) },
  };
}

/** What to ask for: from the target percentile to fifteen points above it, at most the 90th. */
export function askRange(percentiles: Percentiles, target = 0.5): AskRange | null {
  const median = percentiles['50'];
  const curve = drawnCurve(knownPoints(percentiles), 0);
  if (median === undefined || median.low === null || median.high === null || curve.length < 2) return null;
  const toPercentile = Math.min(target + 0.15, 0.9);
  const tenth = (median.high - median.low) / 10;
  const step = STEPS.find((candidate) => candidate >= tenth) ?? STEPS.at(-1)!;
  const round = (value: number): number => Math.round(value / step) * step;
  const goal = Math.round(Math.exp(logPayAt(curve, normalQuantile(target))));
  return {
    target: goal,
    from: Math.ceil(goal / step) * step,
    to: Math.max(Math.ceil(goal / step) * step, round(Math.exp(logPayAt(curve, normalQuantile(toPercentile))))),
    toPercentile: 100 * toPercentile,
    rangeOnly:
      median.high / median.value - 1 > RANGE_ONLY_HALF_WIDTH || 1 - median.low / median.value > RANGE_ONLY_HALF_WIDTH,
    step,
  };
}

interface CurvePoint {
  readonly score: number;
  readonly log: number;
}

/** A percentile on the log scale, with the standard deviation of its interval on either side. */
interface KnownPoint extends CurvePoint {
  readonly sdBelow: number;
  readonly sdAbove: number;
}

function knownPoints(percentiles: Percentiles): KnownPoint[] {
  const points: KnownPoint[] = [];
  for (const key of PERCENTILES) {
    const entry = percentiles[key as PercentileKey];
    if (entry === undefined) continue;
    const sdTo = (edge: number | null): number => (edge === null ? 0 : Math.abs(Math.log(edge / entry.value)) / Z90);
    points.push({
      score: normalQuantile(Number(key) / 100),
      log: Math.log(entry.value),
      sdBelow: sdTo(entry.low),
      sdAbove: sdTo(entry.high),
    });
  }
  return points;
}

function drawnCurve(known: readonly KnownPoint[], draw: number): CurvePoint[] {
  let previous = -Infinity;
  return known.map(({ score, log, sdBelow, sdAbove }) => {
    previous = Math.max(log + draw * (draw < 0 ? sdBelow : sdAbove), previous + 1e-6);
    return { score, log: previous };
  });
}

function segment(curve: readonly CurvePoint[], isBeyond: (point: CurvePoint) => boolean): [CurvePoint, CurvePoint] {
  let index = 1;
  while (index < curve.length - 1 && isBeyond(curve[index]!)) index += 1;
  return [curve[index - 1]!, curve[index]!];
}

function scoreOf(curve: readonly CurvePoint[], log: number): number {
  const [a, b] = segment(curve, (point) => log > point.log);
  return a.score + ((log - a.log) / (b.log - a.log)) * (b.score - a.score);
}

function logPayAt(curve: readonly CurvePoint[], score: number): number {
  const [a, b] = segment(curve, (point) => score > point.score);
  return a.log + ((score - a.score) / (b.score - a.score)) * (b.log - a.log);
}

function at(sorted: readonly number[], p: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(p * sorted.length))]!;
}
