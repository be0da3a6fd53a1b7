import { expect, it } from 'vitest';
import { dotProduct } from './dot-product.js';

it('multiplies a row of a matrix with a vector', () => {
  const matrix = Float32Array.from({ length: 16 }, (_, i) => i);
  const vector = Float64Array.of(1, 2, 3, 4, 5, 6, 7, 8);
  expect(dotProduct(matrix, 0, vector)).toBe(168);
  expect(dotProduct(matrix, 8, vector)).toBe(168 + 8 * 36);
  expect(dotProduct(matrix, 0, new Float64Array(0))).toBe(0);
});
