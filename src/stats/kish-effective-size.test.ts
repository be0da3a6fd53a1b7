import { describe, expect, it } from 'vitest';
import { DomainError } from '../core/errors.js';
import { dominantShare, effectiveEmployers, kishEffectiveSize } from './kish-effective-size.js';

describe('kishEffectiveSize', () => {
  it('counts equal weights fully, whatever their scale, and ignores zero weights', () => {
    expect(kishEffectiveSize([0.2, 0.2, 0.2])).toBeCloseTo(3, 12);
    expect(kishEffectiveSize([5, 0, 5])).toBeCloseTo(2, 12);
  });

  it.each([[[]], [[0, 0]], [[1, -1]], [[1, Number.NaN]], [[Infinity]]])('rejects weights %j', (weights) => {
    expect(() => kishEffectiveSize(weights)).toThrow(DomainError);
  });
});

describe('effectiveEmployers', () => {
  it('does not grow with the observations of one employer', () => {
    expect(effectiveEmployers(new Array(50).fill(1), new Array(50).fill('a'))).toBe(1);
  });

  it('tells number keys from each other', () => {
    expect(effectiveEmployers([1, 1], [1, 2])).toBe(2);
  });
});

describe('dominantShare', () => {
  it('is 1 for a single employer', () => {
    expect(dominantShare([2, 3], ['a', 'a'])).toBe(1);
  });
});
