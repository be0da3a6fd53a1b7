/**
 * A pay distribution known at some percentiles, each with an interval: log pay is linear in the normal score between
 * them, and the end segments go on beyond the outermost.
 */
import { PERCENTILES, type Percentiles } from '../core/percentiles.js';
import { normalQuantile } from './normal-quantile.js';

const Z90 = 1.6448536269514722;

export interface CurvePoint {
  readonly score: number;
  readonly log: number;
}

/** A percentile on the log scale, with the standard deviation of its interval on either side. */
export interface KnownPoint extends CurvePoint {
  readonly sdBelow: number;
  readonly sdAbove: number;
}

/** The percentiles that are known, in order. */
export function knownPoints(percentiles: Percentiles): KnownPoint[] {
  const points: KnownPoint[] = [];
  for (const key of PERCENTILES) {
    const entry = percentiles[key];
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

/** Every percentile moved along its own interval by one score; the order of the percentiles is kept. */
export function drawnCurve(known: readonly KnownPoint[], draw: number): CurvePoint[] {
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

/** Normal score at which a log pay stands. */
export function scoreOf(curve: readonly CurvePoint[], log: number): number {
  const [a, b] = segment(curve, (point) => log > point.log);
  return a.score + ((log - a.log) / (b.log - a.log)) * (b.score - a.score);
}

/** Log pay at a normal score. */
export function logPayAt(curve: readonly CurvePoint[], score: number): number {
  const [a, b] = segment(curve, (point) => score > point.score);
  return a.log + ((score - a.score) / (b.score - a.score)) * (b.log - a.log);
}
