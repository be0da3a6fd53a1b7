/** The rule the title model has to beat: quantiles of the stated occupation in the state. */
import { SHARES } from './fit.js';
import type { Prepared } from './prepared.js';
import { sortedQuantiles } from './sorted-quantiles.js';

/** Rows from which an occupation has quantiles of its own. */
const FEWEST_ROWS = 20;

/**
 * Quantiles of log pay for a row among training rows of its occupation (the one the employer states; without it the
 * one its title most probably means) and state, else of its occupation, else of all; employers weigh the same.
 */
export function baselineQuantiles(prepared: Prepared, rows: Uint32Array): (row: number) => readonly number[] {
  const groups = new Map<string, number[]>();
  for (const row of rows) {
    for (const key of keysOf(prepared, row)) {
      const own = groups.get(key);
      if (own === undefined) groups.set(key, [row]);
      else own.push(row);
    }
  }
  const known = new Map<string, readonly number[]>();
  return (row) => {
    const key = keysOf(prepared, row).find((candidate) => (groups.get(candidate)?.length ?? 0) >= FEWEST_ROWS) ?? '';
    const before = known.get(key);
    if (before !== undefined) return before;
    const quantiles = quantilesOf(prepared, groups.get(key) ?? []);
    known.set(key, quantiles);
    return quantiles;
  };
}

function keysOf({ offers }: Prepared, row: number): string[] {
  const { soc, occupations, state } = offers[row]!;
  const occupation = soc ?? occupations[0]?.soc ?? 'unknown';
  return [`${occupation} ${state ?? ''}`, occupation, ''];
}

function quantilesOf({ points, weights, recipe }: Prepared, rows: readonly number[]): number[] {
  const count = recipe.pointsOfRange;
  const values = new Float64Array(rows.length * count);
  const masses = new Float64Array(values.length);
  rows.forEach((row, index) => {
    values.set(points.subarray(row * count, (row + 1) * count), index * count);
    masses.fill(weights[row]!, index * count, (index + 1) * count);
  });
  return sortedQuantiles(values, masses, SHARES);
}
