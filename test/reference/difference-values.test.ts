/** Differences and ratios of two estimates against SciPy's roots and against Newcombe's published table. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type BoundedEstimate, differenceInterval, normalQuantile, ratioInterval } from '../../src/stats/index.js';

interface PairReference {
  readonly name: string;
  readonly first: readonly [number, number, number];
  readonly second: readonly [number, number, number];
  readonly difference: BoundedEstimate;
  readonly ratio: BoundedEstimate;
}

const reference = JSON.parse(readFileSync(new URL('./difference.json', import.meta.url), 'utf8'));

const bounded = ([value, low, high]: PairReference['first']): BoundedEstimate => ({ value, low, high });

function expectClose(actual: BoundedEstimate, expected: BoundedEstimate): void {
  for (const key of ['value', 'low', 'high'] as const) {
    expect(Math.abs(actual[key] - expected[key]) / (Math.abs(expected[key]) + 1e-3), key).toBeLessThan(1e-9);
  }
}

describe.each(reference.pairs as PairReference[])('$name', ({ first, second, ...expected }) => {
  it('has the difference of SciPy', () => {
    expectClose(differenceInterval(bounded(first), bounded(second)), expected.difference);
  });

  it('has the ratio of SciPy', () => {
    expectClose(ratioInterval(bounded(first), bounded(second)), expected.ratio);
  });
});

/** Wilson's score interval. */
function wilson(successes: number, trials: number, level: number): BoundedEstimate {
  const z = normalQuantile((1 + level) / 2);
  const p = successes / trials;
  const centre = (p + z ** 2 / (2 * trials)) / (1 + z ** 2 / trials);
  const half = (z / (1 + z ** 2 / trials)) * Math.sqrt((p * (1 - p)) / trials + z ** 2 / (4 * trials ** 2));
  return { value: p, low: Math.min(p, centre - half), high: Math.max(p, centre + half) };
}

describe('differenceInterval of Wilson intervals', () => {
  // Newcombe (1998), Table II, method 10, 95%
  it.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [6, 7, 2, 7, 0.0582, 0.8062],
    [5, 56, 0, 29, -0.0381, 0.1926],
    [0, 10, 0, 20, -0.1611, 0.2775],
    [0, 10, 0, 10, -0.2775, 0.2775],
    [10, 10, 0, 20, 0.6791, 1],
    [10, 10, 0, 10, 0.6075, 1],
  ])('%i/%i less %i/%i is published as %f to %f', (a, m, b, n, low, high) => {
    const interval = differenceInterval(wilson(a, m, 0.95), wilson(b, n, 0.95));
    expect([interval.low.toFixed(4), interval.high.toFixed(4)]).toEqual([low.toFixed(4), high.toFixed(4)]);
  });
});
