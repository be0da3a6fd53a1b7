import { describe, expect, it } from 'vitest';
import { publicationLadder } from './publication-ladder.js';

const many = { effectiveN: 500, n: 500 };

describe('publicationLadder', () => {
  it.each([
    [4.99, 'none', 'none', 'none'],
    [5, 'modelled', 'modelled', 'modelled'],
    [9.99, 'modelled', 'modelled', 'modelled'],
    [10, 'direct', 'modelled', 'modelled'],
    [11, 'direct', 'direct', 'modelled'],
    [20, 'direct', 'direct', 'direct'],
  ])(
    'with %s effective employers: median %s, quartiles %s, tails %s',
    (effectiveEmployers, median, quartiles, tails) => {
      expect(publicationLadder({ effectiveEmployers, ...many })).toMatchObject({ median, quartiles, tails });
    },
  );

  it('holds the tails back until both n and effective n are 29', () => {
    expect(publicationLadder({ effectiveEmployers: 25, n: 28, effectiveN: 28 }).tails).toBe('modelled');
    expect(publicationLadder({ effectiveEmployers: 25, n: 90, effectiveN: 28.9 }).tails).toBe('modelled');
    expect(publicationLadder({ effectiveEmployers: 25, n: 29, effectiveN: 29 }).tails).toBe('direct');
  });

  it('flags one employer above a quarter of the weight', () => {
    expect(publicationLadder({ effectiveEmployers: 6, ...many, dominantShare: 0.25 }).dominated).toBe(false);
    expect(publicationLadder({ effectiveEmployers: 6, ...many, dominantShare: 0.26 }).dominated).toBe(true);
  });

  it('rejects sizes that are no numbers', () => {
    expect(() => publicationLadder({ effectiveEmployers: Number.NaN, ...many })).toThrow(/not negative/);
  });
});
