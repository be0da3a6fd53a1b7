import { describe, expect, it } from 'vitest';
import { UsageError } from '../../core/errors.js';
import { CsvReader, type CsvRecord } from './csv-records.js';

function read(pieces: readonly string[]): CsvRecord[] {
  const reader = new CsvReader();
  return [...pieces.flatMap((piece) => [...reader.push(piece)]), ...reader.end()];
}

const fieldsOf = (text: string) => read([text]).map(({ fields }) => fields);

describe('records of CSV', () => {
  it.each<[string, string, readonly (readonly string[])[]]>([
    ['nothing', '', []],
    [
      'no line feed at the end',
      'a,b\nc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a line feed at the end',
      'a,b\nc,d\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'line feeds with carriage returns',
      'a,b\r\nc,d\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['a carriage return inside a field', 'a\rb,c\n', [['a\rb', 'c']]],
    ['a carriage return that ends a quoted field', '"a\r",b\n"c\r"\n', [['a\r', 'b'], ['c\r']]],
    [
      'empty fields',
      ',\n,\n',
      [
        ['', ''],
        ['', ''],
      ],
    ],
    ['a trailing delimiter at the end', 'a,', [['a', '']]],
    ['an empty line', 'a\n\nb\n', [['a'], [''], ['b']]],
    ['quoted delimiters, line breaks and quotation marks', '"a,b","c\r\nd","e""f"\n', [['a,b', 'c\r\nd', 'e"f']]],
    ['a quoted empty field', '"",a\n""\n', [['', 'a'], ['']]],
    ['quotation marks inside a plain field', 'a"b"c,d\n', [['a"b"c', 'd']]],
    [
      'semicolons',
      'a;b,c;d\n1;2;3\n',
      [
        ['a', 'b,c', 'd'],
        ['1', '2', '3'],
      ],
    ],
    [
      'tabs',
      'a\tb\n1,5\t2\n',
      [
        ['a', 'b'],
        ['1,5', '2'],
      ],
    ],
    ['a comma among quoted semicolons', '"a;b;c",d\n', [['a;b;c', 'd']]],
    [
      'hostile text',
      '\u0000,\ud800\n\u202e,__proto__\n',
      [
        ['\u0000', '\ud800'],
        ['\u202e', '__proto__'],
      ],
    ],
  ])('with %s', (_, text, expected) => {
    expect(fieldsOf(text)).toEqual(expected);
  });

  it('do not depend on where the text is cut', () => {
    const text = 'title,note\r\n"a ""b"", c",x\r\n"d\r\ne","\r"\r\n\r\nf,""\n"g","h"';
    const whole = read([text]);
    expect(whole.map(({ line }) => line)).toEqual([1, 2, 3, 5, 6, 7]);
    for (let cut = 0; cut <= text.length; cut += 1) {
      expect(read([text.slice(0, cut), text.slice(cut)]), `cut at ${cut}`).toEqual(whole);
    }
    expect(read([...text])).toEqual(whole);
  });

  it.each<[string, string, string]>([
    ['a quotation mark left open', 'a,b\nc,"d\ne\n', 'Line 2 is not valid CSV: a quotation mark is opened'],
    ['text after a closing quotation mark', 'a,b\n"c"d,e\n', 'Line 2 is not valid CSV: text follows'],
    ['a carriage return after a closing quotation mark', 'a\n"c"\rd\n', 'Line 2 is not valid CSV: text follows'],
    ['an open quotation mark at the very end', '"', 'Line 1 is not valid CSV'],
  ])('are refused with %s', (_, text, message) => {
    expect(() => read([text])).toThrow(UsageError);
    expect(() => read([text])).toThrow(message);
  });

  it('come before the fault that follows them', () => {
    const records = new CsvReader().push('a,b\nc,d\n"e"f\n');
    expect([records.next().value?.fields, records.next().value?.fields]).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
    expect(() => records.next()).toThrow('Line 3');
  });

  it('of two million characters in small pieces take one pass', () => {
    const reader = new CsvReader();
    const lengths: number[] = [];
    const take = (records: Iterable<CsvRecord>) => {
      for (const { fields } of records) lengths.push(fields[0]!.length);
    };
    take(reader.push('text\n"'));
    const piece = 'x,"",\n'.repeat(200);
    for (let i = 0; i < 2_000; i += 1) take(reader.push(piece));
    take(reader.push('"\n'));
    take(reader.end());
    expect(lengths).toEqual([4, 2_000 * 200 * 5]);
  });
});
