import { describe, expect, it } from 'vitest';
import { PhraseSet } from './phrase-set.js';

describe('PhraseSet', () => {
  it('finds phrases at token borders only, the longer first', () => {
    const set = new PhraseSet(['data engineer', 'data', 'lead']);
    expect(set.find('data engineer leader'.split(' '))).toEqual([
      { phrase: 'data engineer', from: 0, to: 2 },
      { phrase: 'data', from: 0, to: 1 },
    ]);
    expect(set.mask('big data engineer'.split(' '))).toEqual([false, true, true]);
  });
});

it('looks a bounded number of times at each word', () => {
  const set = new PhraseSet(['a a a a', 'a b']);
  const hits = (words: number) => set.find(Array.from({ length: words }, () => 'a')).length;
  expect(hits(400) / hits(200)).toBeCloseTo(2, 1);
});
