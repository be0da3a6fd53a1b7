import { describe, expect, it } from 'vitest';
import { weightedLeastSquares } from './weighted-least-squares.js';

describe('weightedLeastSquares', () => {
  it('leaves residuals that no column explains', () => {
    const columns = [new Array(6).fill(1), [1, 2, 3, 4, 5, 9], [2, 1, 0, 1, 5, 1]];
    const y = [3, 1, 4, 1, 5, 9];
    const weights = [1, 2, 0.5, 1, 3, 1];
    const { fitted } = weightedLeastSquares(columns, y, weights);
    for (const column of columns) {
      expect(column.reduce((sum, x, i) => sum + weights[i]! * x * (y[i]! - fitted[i]!), 0)).toBeCloseTo(0, 10);
    }
  });

  it('needs no columns', () => {
    expect(weightedLeastSquares([], [1, 2], [1, 1])).toEqual({ coefficients: [], fitted: [0, 0] });
  });

  it.each([
    ['a constant beside the intercept', [new Array(3).fill(1), [4, 4, 4]]],
    ['a sum of others', [new Array(3).fill(1), [0, 1, 2], [1, 2, 3]]],
    ['zeros', [[0, 0, 0]]],
    [
      'more columns than rows',
      [
        [1, 2, 3],
        [1, 0, 0],
        [0, 1, 0],
        [0, 0, 1],
      ],
    ],
  ])('rejects %s', (_, columns) => {
    expect(() => weightedLeastSquares(columns, [1, 2, 3], [1, 1, 1])).toThrow(
      expect.objectContaining({ code: 'COLLINEAR' }),
    );
  });
});
