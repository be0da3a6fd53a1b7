/**
 * Sampling error of official cells that are published without one.
 *
 * ln(relative standard error of the mean, percent) = a + b ln(jobs), least squares over detailed occupations of the
 * newest national table, which states both. State cells are sampled at the same rate or higher, so the line is a
 * working assumption, named wherever it is used.
 */
import { select } from '../query/plan.js';
import type { Store } from '../store/port.js';
import type { Parameter } from './parameter.js';

export async function fitOfficialError(store: Store): Promise<Parameter[]> {
  const rows = await store.read(
    select('official', ['soc', 'year', 'jobs', 'meanRsePercent'], [{ column: 'place', is: 'US' }]),
  );
  const newest = Math.max(...rows.map((row) => row.year));
  const points = rows.flatMap((row) =>
    row.year === newest &&
    !row.soc.endsWith('0000') &&
    row.jobs !== null &&
    row.jobs > 0 &&
    (row.meanRsePercent ?? 0) > 0
      ? [{ x: Math.log(row.jobs), y: Math.log(row.meanRsePercent ?? 1) }]
      : [],
  );
  const { intercept, slope } = leastSquaresLine(points);
  const note = `least squares over ${points.length} occupations of the ${newest} national table`;
  return [
    { name: 'official.rse-intercept', value: intercept, n: points.length, note },
    { name: 'official.rse-slope', value: slope, n: points.length, note },
  ];
}

/** Ordinary least squares of y on x; exported for its test. */
export function leastSquaresLine(points: readonly { readonly x: number; readonly y: number }[]): {
  intercept: number;
  slope: number;
} {
  const meanX = points.reduce((sum, point) => sum + point.x, 0) / points.length;
  const meanY = points.reduce((sum, point) => sum + point.y, 0) / points.length;
  const covariance = points.reduce((sum, point) => sum + (point.x - meanX) * (point.y - meanY), 0);
  const variance = points.reduce((sum, point) => sum + (point.x - meanX) ** 2, 0);
  const slope = covariance / variance;
  return { intercept: meanY - slope * meanX, slope };
}
