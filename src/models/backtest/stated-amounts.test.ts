import { describe, expect, it } from 'vitest';
import { isStated } from './stated-amounts.js';

describe('the check of stated amounts', () => {
  it.each([
    [150_000, '$150-190k', true],
    [190_000, '$150-190k', true],
    [150, '$150-190k', true],
    [170_000, '$150-190k', false],
    [1234.56, '€1.234,56', true],
    [1_200_000, '12-18 LPA', true],
    [1_200_000, '12-18', false],
    [8_000_000, '800万円', true],
    [25, '&#36;25', true],
    [36, '&#36;25', false],
  ])('%d in %s: %s', (value, text, stated) => {
    expect(isStated(value, text)).toBe(stated);
  });
});
