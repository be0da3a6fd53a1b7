import { describe, expect, it } from 'vitest';
import type { TitlePair } from '../training-rows.js';
import { modalOf } from './classifier.js';
import { modalLookup, suffixLookup } from './lookup.js';
import { naiveBayes } from './naive-bayes.js';
import { nearestTitles } from './nearest.js';
import { wordsAndPairs } from './words.js';

const PAIRS: TitlePair[] = (
  [
    ['software engineer', 0],
    ['software engineer', 0],
    ['software engineer', 1],
    ['civil engineer', 2],
    ['senior civil engineer', 2],
    ['staff accountant', 3],
    ['software developer', 0],
  ] as const
).map(([key, occupation], i) => ({ employer: `e${i}`, key, occupation }));

describe('modalOf', () => {
  it('takes the largest count, of several the lowest position, of none nothing', () => {
    expect(
      modalOf(
        new Map([
          [5, 2],
          [3, 2],
          [1, 1],
        ]),
      ),
    ).toBe(3);
    expect(modalOf(new Map())).toBeNull();
  });
});

describe('modal look-up', () => {
  it('answers with the commonest occupation of the title, else of all', () => {
    const rule = modalLookup(PAIRS);
    expect([rule('software engineer'), rule('civil engineer'), rule('weaver')]).toEqual([0, 2, 0]);
  });
});

describe('longest ending', () => {
  it('looks the longest known end of the title up', () => {
    const rule = suffixLookup(PAIRS);
    expect(rule('lead civil engineer')).toBe(2);
    expect(rule('garden engineer')).toBe(0);
    expect(rule('weaver')).toBe(0);
  });
});

describe('naive Bayes', () => {
  it('weighs words and pairs', () => {
    const rule = naiveBayes(PAIRS, 4)(0.1);
    expect([rule('civil works engineer'), rule('senior accountant'), rule('weaver')]).toEqual([2, 3, 0]);
  });
});

describe('nearest titles', () => {
  it('lets the nearest titles vote, and falls back where none shares a word', () => {
    const rule = nearestTitles(PAIRS, () => 9);
    expect([rule('civil engineer lead'), rule('software'), rule('weaver')]).toEqual([2, 0, 9]);
    expect(rule('civil engineer lead')).toBe(2);
  });
});

describe('wordsAndPairs', () => {
  it('marks both ends', () => {
    expect(wordsAndPairs('a b')).toEqual(['a', 'b', '< a', 'a b', 'b >']);
  });
});
