import { describe, expect, it } from 'vitest';
import { titleRows } from '../../../test/fixtures/title-rows.js';
import { silentProgress } from '../../core/ports.js';
import { accuracy, binnedError, evaluateTitles } from './evaluate.js';
import type { Recipe } from './recipe.js';

const RECIPE: Recipe = {
  version: 'test',
  examples: { listingWeight: 1, fewestTitles: [1, 1, 1, 1], commonFrom: 50 },
  network: { dimensions: 8, passes: 20, learningRate: 0.2, wordDropout: 0.2, seed: 3 },
  listingEvidence: 1,
};

describe('evaluateTitles', () => {
  const scores = evaluateTitles(titleRows(1000), RECIPE, silentProgress);

  it('scores employers left out, where nine tenths of the pairs can be right', () => {
    expect(scores.pairs).toBeGreaterThan(200);
    expect(scores.seen.model).toBeGreaterThan(0.85);
    expect(scores.seen.model).toBeLessThan(0.97);
  });

  it('gives shares between 0 and 1, and the same ones again', () => {
    const { seen, unseen, calibrationError, abstained, reported, coverage } = scores;
    const shares = [seen, unseen, calibrationError, abstained].flatMap((part) => Object.values(part));
    for (const share of [...shares, reported.model, ...coverage.flatMap(({ share: kept, right }) => [kept, right])]) {
      expect(share).toBeGreaterThanOrEqual(0);
      expect(share).toBeLessThanOrEqual(1);
    }
    expect(evaluateTitles(titleRows(1000), RECIPE, silentProgress)).toEqual(scores);
  });

  it('knows how sure it is, and keeps silent about random letters', () => {
    expect(scores.calibrationError.equalSize).toBeLessThan(0.1);
    expect(scores.abstained.randomLetters).toBeGreaterThan(0.95);
  });
});

describe('accuracy', () => {
  it('counts every pair, and is 0 of none', () => {
    const pairs = [0, 1, 1].map((occupation, i) => ({ employer: `e${i}`, key: 'k', occupation }));
    expect(accuracy(pairs, () => 1)).toBeCloseTo(2 / 3);
    expect(accuracy([], () => 1)).toBe(0);
  });
});

describe('binnedError', () => {
  it('is the gap between what was said and what came true, bin by bin', () => {
    const half = [true, false, true, false].map((right) => ({ p: 0.8, right }));
    expect(binnedError(half, [0, 0, 0, 0])).toBeCloseTo(0.3);
    expect(binnedError(half, [0, 1, 0, 1])).toBeCloseTo(0.5);
    expect(binnedError([{ p: 1, right: true }], [14])).toBe(0);
  });
});
