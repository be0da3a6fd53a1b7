/**
 * Sampling error of official cells that are published without one.
 *
 * ln(relative standard error, percent) = a + b ln(jobs), least squares over detailed occupations of the newest
 * national table, which states both: one line for mean pay, one for the jobs themselves. State cells are sampled at
 * the same rate or higher, so the lines are a working assumption, named wherever they are used.
 */
import { select } from '../query/plan.js';
import type { Store } from '../store/port.js';
import type { Parameter } from './parameter.js';

export async function fitOfficialError(store: Store): Promise<Parameter[]> {
  const rows = await store.read(
    select('official', ['soc', 'year', 'jobs', 'meanRsePercent', 'jobsRsePercent'], [{ column: 'place', is: 'US' }]),
  );
  const newest = Math.max(...rows.map((row) => row.year));
  const detailed = rows.filter((row) => row.year === newest && !row.soc.endsWith('0000'));
  return [
    ...errorLine(
      'official.rse',
      detailed.map((row) => ({ jobs: row.jobs, rse: row.meanRsePercent })),
      newest,
    ),
    ...errorLine(
      'official.jobs-rse',
      detailed.map((row) => ({ jobs: row.jobs, rse: row.jobsRsePercent })),
      newest,
    ),
  ];
}

function errorLine(
  name: string,
  cells: readonly { readonly jobs: number | null; readonly rse: number | null }[],
  year: number,
): Parameter[] {
  const points = cells.flatMap(({ jobs, rse }) =>
    jobs !== null && jobs > 0 && rse !== null && rse > 0 ? [{ x: Math.log(jobs), y: Math.log(rse) }] : [],
  );
  const { intercept, slope } = leastSquaresLine(points);
  const note = `least squares over ${points.length} occupations of the ${year} national table`;
  return [
    { name: `${name}-intercept`, value: intercept, n: points.length, note },
    { name: `${name}-slope`, value: slope, n: points.length, note },
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
