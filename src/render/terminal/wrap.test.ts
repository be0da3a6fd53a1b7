import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textWidth } from './text-width.js';
import { clip, padEnd, padStart, wrap, wrapItems } from './wrap.js';

describe('textWidth', () => {
  it.each([
    ['plain', 5],
    ['文字', 4],
    ['e\u0301', 1],
    ['👩', 2],
    ['한국', 4],
    ['US$196k · ░●┃⣀', 14],
    ['', 0],
  ])('%j takes %i cells', (text, width) => expect(textWidth(text)).toBe(width));
});

describe('wrap', () => {
  it('breaks at spaces', () => expect(wrap('one two three', 7)).toEqual(['one two', 'three']));
  it('breaks a word only when it is wider than a line', () =>
    expect(wrap('a bcdefgh', 3)).toEqual(['a', 'bcd', 'efg', 'h']));
  it('counts wide characters twice', () => expect(wrap('文字文字', 5)).toEqual(['文字', '文字']));
  it('keeps an accent with its letter', () => expect(wrap('abe\u0301d', 3)).toEqual(['abe\u0301', 'd']));
  it('keeps n with its number', () => expect(wrap('records n 43', 9)).toEqual(['records', 'n 43']));
  it('gives no line for nothing', () => expect(wrap('  ', 5)).toEqual([]));

  it('never exceeds the width and loses no character but spaces', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 2, max: 30 }), (text, width) => {
        const clean = text.replace(/[\s\u00A0]+/gu, ' ');
        const lines = wrap(clean, width);
        expect(lines.every((line) => textWidth(line) <= width)).toBe(true);
        expect(lines.join('').replaceAll(' ', '')).toBe(clean.replaceAll(' ', ''));
      }),
    );
  });
});

describe('wrapItems', () => {
  it('breaks between items first', () => {
    expect(wrapItems(['n 43', '17 employers', 'posted'], ' · ', 20)).toEqual(['n 43 · 17 employers', 'posted']);
  });
});

describe('columns', () => {
  it('are filled by cells, not characters', () => {
    expect(padEnd('文', 4)).toBe('文  ');
    expect(padStart('文', 4)).toBe('  文');
  });

  it('show that a text was cut', () => {
    expect(clip('percentile', 6, '…')).toBe('perce…');
    expect(clip('文字列', 4, '…')).toBe('文…');
    expect(clip('short', 6, '…')).toBe('short');
  });
});
