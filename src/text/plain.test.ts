import { describe, expect, it } from 'vitest';
import { decodeEntities, plainText } from './plain.js';

describe('decodeEntities', () => {
  it.each([
    ['R&amp;D', 'R&D'],
    ['R&amp;amp;D', 'R&D'],
    ['&#39;lead&#x27;', "'lead'"],
    ['&unknown; &#xd800; &#99999999;', '&unknown;   &#99999999;'],
    ['AT&T', 'AT&T'],
  ])('%s', (raw, decoded) => {
    expect(decodeEntities(raw)).toBe(decoded);
  });
});

describe('plainText', () => {
  it('folds accents, ligatures and full-width letters', () => {
    expect(plainText('Développeur Straße ﬁn ＳＱＬ Øre', 100)).toBe('developpeur strasse fin sql ore');
  });

  it('cuts at the limit', () => {
    expect(plainText('abcdef', 3)).toBe('abc');
  });
});
