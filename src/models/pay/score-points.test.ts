import { describe, expect, it } from 'vitest';
import { bucketOf, pinball, type ScoredPoint, scoreBasis, scoreSparse } from './score-points.js';

const BAND = [0, 1, 2, 3, 4, 5, 6];
const point = (changes: Partial<ScoredPoint> = {}): ScoredPoint => ({
  values: Float64Array.of(3),
  cluster: 0,
  share: 1,
  cellRows: 0,
  title: BAND,
  cell: BAND,
  direct: null,
  baseline: BAND,
  ...changes,
});

describe('pinball', () => {
  it('is the mean loss over the five quantiles', () => {
    // Quantiles 1, 2, 3, 4, 5 at .1, .25, .5, .75, .9 of the value 3.
    expect(pinball({ values: Float64Array.of(3) }, BAND)).toBeCloseTo((0.2 + 0.25 + 0 + 0.25 + 0.2) / 5, 12);
  });

  it('is averaged over the points of a range', () => {
    const ends = (value: number) => pinball({ values: Float64Array.of(value) }, BAND);
    expect(pinball({ values: Float64Array.of(1, 5) }, BAND)).toBeCloseTo((ends(1) + ends(5)) / 2, 12);
  });
});

describe('scoreBasis', () => {
  it('weighs employers the same and tells the two bands apart', () => {
    const scores = scoreBasis([
      point({ cluster: 1, share: 0.5, values: Float64Array.of(0.5) }),
      point({ cluster: 1, share: 0.5, values: Float64Array.of(9), cellRows: 3 }),
      point({ cluster: 2, cellRows: 30 }),
    ]);
    expect(scores).toMatchObject({ n: 3, employers: 2, band80: 0.5, coverage90: 0.75 });
    expect(scores.buckets.map(({ n, coverage90 }) => [n, coverage90])).toEqual([
      [1, 1],
      [1, 0],
      [0, 0],
      [0, 0],
      [1, 1],
    ]);
  });

  it('scores nothing as nothing', () => {
    expect(scoreBasis([])).toMatchObject({ n: 0, pinball: 0, coverage90: 0 });
  });
});

describe('scoreSparse', () => {
  it('compares with the quantiles of the cell where it has rows', () => {
    const off = BAND.map((value) => value + 1);
    const loss = pinball({ values: Float64Array.of(3) }, BAND);
    const worse = pinball({ values: Float64Array.of(3) }, off);
    const scores = scoreSparse([
      point({ cellRows: 0 }),
      point({ cellRows: 4, direct: off }),
      point({ cellRows: 20, direct: off }),
      point({ cellRows: 50, cell: off, direct: BAND }),
    ]);
    expect(scores).toEqual({
      ratio: expect.closeTo(loss / worse, 12) as number,
      n: 1,
      ratioLarge: expect.closeTo(worse / loss, 12) as number,
      nLarge: 1,
    });
  });
});

describe('bucketOf', () => {
  it('has the bounds it names', () => {
    expect([0, 1, 3, 4, 9, 10, 29, 30, 5_000].map(bucketOf)).toEqual([
      '0',
      '1-3',
      '1-3',
      '4-9',
      '4-9',
      '10-29',
      '10-29',
      '30+',
      '30+',
    ]);
  });
});
