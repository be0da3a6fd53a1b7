import { describe, expect, it } from 'vitest';
import { mixFeatures, mixture } from './mixture.js';
import { LONG_GRAM, PAIR, WORD } from './title-features.js';

/** `ab cd`: word, two strings of letters, pair; word, two strings of letters, pair; pair with the end. */
const KINDS = Uint8Array.of(WORD, LONG_GRAM, LONG_GRAM, PAIR, WORD, LONG_GRAM, LONG_GRAM, PAIR, PAIR);

function mix(
  rowOf: (feature: number) => number,
  readsWord: (feature: number) => boolean = () => true,
  isCommon: (row: number) => boolean = () => false,
) {
  const into = mixture(20);
  const parts = mixFeatures({ kinds: KINDS, from: 0, to: KINDS.length, rowOf, readsWord, isCommon }, into);
  const shares = Array.from(into.shares.subarray(0, into.count), (share) => Math.round(share * 1e6) / 1e6);
  return { parts, rows: Array.from(into.rows.subarray(0, into.count)), shares };
}

describe('mixFeatures', () => {
  it('makes a part of each word, of the letters of each word, and of each pair', () => {
    const { parts, rows, shares } = mix((feature) => feature);
    expect(parts).toBe(7);
    expect(rows).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    const [whole, letter] = [1 / Math.sqrt(7), 1 / Math.sqrt(14)].map((share) => Math.round(share * 1e6) / 1e6);
    expect(shares).toEqual([whole, letter, letter, whole, whole, letter, letter, whole, whole]);
  });

  it('reads a word without a vector by its letters alone, and no pair with it', () => {
    expect(mix((feature) => (feature === 4 ? -1 : feature)).rows).toEqual([0, 1, 2, 3, 5, 6]);
    expect(
      mix(
        (feature) => feature,
        (feature) => feature !== 4,
      ).rows,
    ).toEqual([0, 1, 2, 3, 5, 6]);
  });

  it('reads a common word without its letters', () => {
    const always = () => true;
    expect(
      mix(
        (feature) => feature,
        always,
        (row) => row === 0,
      ).rows,
    ).toEqual([0, 3, 4, 5, 6, 7, 8]);
  });

  it('is made of nothing where nothing is known', () => {
    expect(mix(() => -1)).toEqual({ parts: 0, rows: [], shares: [] });
  });
});
