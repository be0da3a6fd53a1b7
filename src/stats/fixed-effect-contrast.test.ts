import { describe, expect, it } from 'vitest';
import { DomainError } from '../core/errors.js';
import { type ContrastRows, fixedEffectContrast } from './fixed-effect-contrast.js';
import { replicateGroups } from './replicate-groups.js';

/** Two clusters in two cells; the second cell is held by cluster 1 alone. */
function rows(changes: Partial<ContrastRows> = {}): ContrastRows {
  const weights = [1, 1, 2, 1, 1];
  return {
    values: [1, 2, 2.5, 5, 5.5],
    isSecond: [false, true, true, false, true],
    cells: ['a', 'a', 'a', 'b', 'b'],
    weights,
    groups: replicateGroups(weights, [1, 1, 2, 1, 1]),
    ...changes,
  };
}

describe('fixedEffectContrast', () => {
  it('weighs each cell by the precision of its difference', () => {
    // Cell a: (2 + 2 x 2.5) / 3 - 1 = 4/3 with weight 3/4; cell b: 1/2 with weight 1/2.
    const found = fixedEffectContrast(rows())!;
    expect(found.estimate).toBeCloseTo((0.75 * (4 / 3) + 0.5 * 0.5) / 1.25, 12);
    expect(found.cells).toBe(2);
  });

  it('leaves one group out of the cells it shares, and has no replicate without a complete cell', () => {
    const { groups } = rows();
    const { replicates } = fixedEffectContrast(rows())!;
    // Without cluster 2 both cells keep a difference, of 1 and 1/2; without cluster 1 none is left.
    expect(replicates[groups.groupOf[2]!]).toBeCloseTo(0.75, 12);
    expect(replicates[groups.groupOf[0]!]).toBeNull();
  });

  it('is nothing where no cell holds both arms, or one arm has no weight', () => {
    expect(fixedEffectContrast(rows({ isSecond: [true, true, true, false, false] }))).toBeNull();
    expect(fixedEffectContrast(rows({ cells: ['a', 'b', 'c', 'd', 'e'] }))).toBeNull();
    expect(fixedEffectContrast(rows({ weights: [0, 1, 2, 0, 1] }))).toBeNull();
  });

  it('rejects values, weights and lists that do not fit', () => {
    expect(() => fixedEffectContrast(rows({ values: [1, 2, 2, 5, Number.NaN] }))).toThrow(/finite/);
    expect(() => fixedEffectContrast(rows({ weights: [1, 1, 1, 1, -1] }))).toThrow(/weight/);
    expect(() => fixedEffectContrast(rows({ cells: ['a'] }))).toThrow(DomainError);
  });
});
