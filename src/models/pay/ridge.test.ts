import { describe, expect, it } from 'vitest';
import type { Design } from './design.js';
import { fitRidge } from './ridge.js';

/** Rows of x1 = 1 and x2 as given. */
function design(x2: readonly number[]): Design {
  return {
    names: ['constant', 'slope'],
    groups: new Uint8Array(2),
    patternOf: Uint32Array.from(x2.keys()),
    from: Uint32Array.from({ length: x2.length + 1 }, (_, i) => 2 * i),
    features: Uint32Array.from(x2.flatMap(() => [0, 1])),
    values: Float64Array.from(x2.flatMap((value) => [1, value])),
  };
}

const X = [0, 1, 2, 3];
const problem = (target: readonly number[], penalties: readonly number[], huber = Infinity) => ({
  design: design(X),
  rows: Uint32Array.of(0, 1, 2, 3),
  target: Float64Array.from(target),
  weights: new Float64Array(4).fill(1),
  penalties: Float64Array.from(penalties),
  huber,
  constant: 0,
});

describe('fitRidge', () => {
  it('solves the normal equations', () => {
    // (X'X + P) b = X'y with X'X = [[4, 6], [6, 14]], P = diag(0, 6), X'y = [10, 20].
    const [constant, slope] = fitRidge(problem([1, 2, 3, 4], [0, 6]));
    expect(constant).toBeCloseTo(80 / 44, 6);
    expect(slope).toBeCloseTo(20 / 44, 6);
  });

  it('keeps out what may have no weight, and weighs rows', () => {
    const [constant, slope] = fitRidge(problem([1, 2, 3, 6], [0, Infinity]));
    expect([constant, slope]).toEqual([expect.closeTo(3, 9), 0]);
    const weighted = { ...problem([1, 2, 3, 6], [0, Infinity]), weights: Float64Array.of(1, 0, 0, 1) };
    expect(fitRidge(weighted)[0]).toBeCloseTo(3.5, 9);
  });

  it('joins rows of one pattern', () => {
    const alone = problem([1, 2, 3, 4], [0, 6]);
    const patternOf = Uint32Array.of(0, 1, 2, 2);
    const joined = { ...alone, design: { ...alone.design, patternOf } };
    // As with x2 = 0, 1, 2, 2: X'X = [[4, 5], [5, 9]], X'y = [10, 16].
    const [constant, slope] = fitRidge(joined);
    expect(constant).toBeCloseTo((15 * 10 - 5 * 16) / 35, 6);
    expect(slope).toBeCloseTo((4 * 16 - 5 * 10) / 35, 6);
  });

  it('gives a wild amount less say', () => {
    const target = [1, 1, 1, 101];
    const plain = fitRidge(problem(target, [0, Infinity]))[0]!;
    const robust = fitRidge(problem(target, [0, Infinity], 0.5))[0]!;
    expect(plain).toBeCloseTo(26, 9);
    expect(robust).toBeLessThan(plain / 5);
  });
});
