import { describe, expect, it } from 'vitest';
import type { BasisScores, PayScores } from '../pay/scores.js';
import { crossValidationScores } from './cross-validation-scores.js';

const basis: BasisScores = {
  pinball: 0.0698,
  n: 1000,
  employers: 200,
  band80: 0.8,
  coverage90: 0.9,
  buckets: [
    { bucket: '0', n: 100, employers: 50, coverage90: 0.7 },
    { bucket: '1-3', n: 400, employers: 90, coverage90: 0.85 },
    { bucket: '30+', n: 500, employers: 60, coverage90: 0.9 },
  ],
  baselinePinball: 0.08,
};
const scores: PayScores = {
  filed: basis,
  posted: basis,
  sparse: { ratio: 0.8, ratioLarge: 1.02, n: 300, nLarge: 400 },
};
const met = (changed: Partial<PayScores>) =>
  crossValidationScores({ ...scores, ...changed }).map((score) => [score.id, score.met]);

describe('scores of cross-validation', () => {
  it('are met at their limits; cells without a row in training are reported only', () => {
    expect(met({})).toEqual([
      ['coverage.cv.filed', true],
      ['coverage.cv.posted', true],
      ['pinball.cv.filed', true],
      ['pinball.sparse', true],
    ]);
    expect(crossValidationScores(scores)[0]!.parts[0]).toMatchObject({ value: 0.7, met: null });
  });

  it.each<[string, Partial<PayScores>]>([
    ['coverage.cv.filed', { filed: { ...basis, coverage90: 0.94 } }],
    ['coverage.cv.posted', { posted: { ...basis, buckets: [{ ...basis.buckets[1]!, coverage90: 0.849 }] } }],
    ['pinball.cv.filed', { filed: { ...basis, pinball: 0.0701 } }],
    ['pinball.cv.filed', { filed: { ...basis, band80: 0.77 } }],
    ['pinball.sparse', { sparse: { ...scores.sparse, ratio: 0.81 } }],
    ['pinball.sparse', { sparse: { ...scores.sparse, ratioLarge: 1.03 } }],
  ])('miss %s alone', (id, changed) => {
    const missed = met(changed).filter(([, verdict]) => verdict === false);
    expect(missed).toEqual([[id, false]]);
  });
});
