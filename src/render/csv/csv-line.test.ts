import { describe, expect, it } from 'vitest';
import { csvLine } from './csv-line.js';

describe('csvLine', () => {
  it('keeps numbers, leaves what is missing empty and quotes what needs it', () => {
    expect(csvLine(['plain', 'a, b', 'say "so"', 'two\nlines', -3, 0.5, null])).toBe(
      'plain,"a, b","say ""so""","two\nlines",-3,0.5,\r\n',
    );
  });

  it.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    ' =1+1',
    '\u200b=1+1',
    '\u00a0=1',
    '\uff1d1+1',
    '\uff20A1',
    '=cmd|/c calc!A1',
    '\0=1',
  ])('makes text of %j', (text) => {
    expect(csvLine([text])).toBe(`'${text.replace('\0', '')}\r\n`);
  });

  it.each(['\t=1', '\r=1', '\n=1', '\rx'])('makes text of %j', (text) => {
    expect(csvLine([text])).toMatch(/^"?'/);
  });

  it('leaves signs inside a text alone', () => {
    expect(csvLine(['C++', 'R&D - west', 'a=b'])).toBe('C++,R&D - west,a=b\r\n');
  });
});
