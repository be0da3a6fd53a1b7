import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asciiText } from './ascii-text.js';
import { harmlessText, mapTexts } from './harmless-text.js';

describe('harmlessText', () => {
  it.each([
    ['an escape sequence', 'a\u001b[31mred', 'a\uFFFD[31mred'],
    ['an eight-bit control sequence', 'a\u009b2J', 'a\uFFFD2J'],
    ['a bell and a backspace', 'a\u0007b\u0008', 'a\uFFFDb\uFFFD'],
    ['a line break', 'a\r\n\tb\u2028c', 'a b c'],
    ['a change of direction', 'a\u202Eb\u2066c', 'abc'],
    ['what has no width', 'a\u200Bb\u200D\uFEFFc\u00AD', 'abc'],
    ['a heap of accents', `a${'\u0301'.repeat(50)}`, `a${'\u0301'.repeat(4)}`],
    ['a lone surrogate', 'a\uD800', 'a\uFFFD'],
    ['ordinary text', 'Zoë: US$196k · “文字”', 'Zoë: US$196k · “文字”'],
  ])('%s', (_name, text, safe) => expect(harmlessText(text)).toBe(safe));

  it('leaves nothing to make harmless', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const safe = harmlessText(text);
        expect(safe).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
        expect(harmlessText(safe)).toBe(safe);
      }),
    );
  });
});

describe('asciiText', () => {
  it('spells currencies, drops accents, and marks what it cannot write', () => {
    expect(asciiText('Zoë: £95k – “JP¥12k”, 文')).toBe('Zoe: GBP 95k - "JPY 12k", ?');
  });
});

describe('mapTexts', () => {
  it('replaces texts at any depth and keeps the rest', () => {
    expect(mapTexts({ a: ['x', 1, null], b: { c: 'y' } }, (text) => `${text}!`)).toEqual({
      a: ['x!', 1, null],
      b: { c: 'y!' },
    });
  });
});
