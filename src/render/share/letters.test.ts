import { describe, expect, it } from 'vitest';
import { drawable, type Face, lines, outline, textWidth } from './letters.js';

/** Every letter of the list is half as wide as it is high; others are missing. */
function face(...lists: string[]): Face {
  return lists.map((letters) => ({
    unitsPerEm: 1000,
    charToGlyphIndex: (letter) => letters.indexOf(letter) + 1,
    charToGlyph: () => ({
      advanceWidth: 500,
      getPath: (x, y, size) => ({
        commands: [{ type: 'M', x, y }, { type: 'L', x: x + size * 1e-9, y: -0.26 }, { type: 'Z' }],
      }),
    }),
  }));
}

const PLAIN = face('abcdefghijklmnopqrstuvwxyz …');

describe('drawable', () => {
  it('leaves out words with a letter that no file has', () => {
    expect(drawable(PLAIN, ' a データ b\u0000 c\n')).toBe('a c');
    expect(drawable(face('ab', 'ü'), 'aü データ u\u0308')).toBe('aü ü');
    expect(drawable(PLAIN, '')).toBe('');
  });
});

describe('lines', () => {
  const wrap = (text: string, most: number) => lines(PLAIN, text, { size: 10, width: 50, most });
  it('breaks between words', () => expect(wrap('aaaa bbbb cc', 3)).toEqual(['aaaa bbbb', 'cc']));
  it('ends in an ellipsis where there are too many', () => {
    expect(wrap('aaaa bbbb cccc dddd eeee', 2)).toEqual(['aaaa bbbb', 'cccc dddd…']);
    expect(wrap('aaaa bbbbb cccc dddd eeee', 1)).toEqual(['aaaa bbbb…']);
  });
  it('cuts a word that is too long', () => {
    expect(wrap('a'.repeat(40), 2)).toEqual([`${'a'.repeat(9)}…`]);
    for (const line of wrap('abcdefghijklmnopq '.repeat(9), 3))
      expect(textWidth(PLAIN, line, 10)).toBeLessThanOrEqual(50);
  });
});

it('writes outlines that every reader understands: no exponents, numbers apart', () => {
  expect(outline(PLAIN, 'a b', { x: 0.04, y: 20, size: 10 })).toBe('M0 20L0 -0.3ZM5 20L5 -0.3ZM10 20L10 -0.3Z');
});
