/** Readers of text that arrives in pieces: how it is cut must not matter, and broken text must not cost more. */
import { describe, expect, it } from 'vitest';
import { RecoveringCsvReader } from './csv/recovering-reader.js';
import { JsonElementScanner, JsonFault } from './json/element-scanner.js';
import { EncodingSurvey } from './text/encoding.js';

function cut(text: string, size: number): string[] {
  return Array.from({ length: Math.ceil(text.length / size) }, (_, at) => text.slice(at * size, (at + 1) * size));
}

describe('JSON', () => {
  const value = {
    'a "quoted\\" key': [{ x: 1 }, { y: '}]"\\' }],
    data: { jobs: [{ t: '{"a":[1]}', deep: { list: [{ no: 1 }] } }, 7, [{ not: 'this' }], { t: 'é 職 \u2028' }] },
  };
  const text = JSON.stringify(value, null, 1);

  it.each([1, 2, 3, 7, 1000])('is cut into elements alike in pieces of %i', (size) => {
    const survey = new JsonElementScanner(null, 1000);
    for (const piece of cut(text, size)) expect([...survey.push(piece)]).toEqual([]);
    expect(survey.end()).toEqual({
      root: 'object',
      keys: Object.keys(value),
      lists: new Map([
        ['a "quoted\\" key', 2],
        ['data.jobs', 2],
      ]),
    });
    const scanner = new JsonElementScanner('data.jobs', 1000);
    const found = cut(text, size).flatMap((piece) => [...scanner.push(piece)].map((element) => JSON.parse(element)));
    expect(found).toEqual([value.data.jobs[0], value.data.jobs[3]]);
  });

  it.each(['', '{', '[1', '{"a":"', ']', '{]', '"x" "y"', '[]{}', '{"a":1}}'])('with a fault is told: %j', (broken) => {
    expect(() => {
      const scanner = new JsonElementScanner(null, 1000);
      for (const _ of scanner.push(broken));
      scanner.end();
    }).toThrow(JsonFault);
  });

  it('keeps no element beyond the limit', () => {
    const scanner = new JsonElementScanner('', 100);
    expect(() => [...scanner.push(`[{"a":"${'x'.repeat(200)}"}]`)]).toThrow('longer than 100');
  });
});

describe('CSV with faults', () => {
  const text = 'a,"b\nc"\n"x" y,1\n2,"never\n3,4\n"5","6"\n';
  const read = (size: number) => {
    const reader = new RecoveringCsvReader(',', 1000);
    return [...cut(text, size).flatMap((piece) => [...reader.push(piece)]), ...reader.end()];
  };

  it.each([1, 2, 5, 1000])('reads alike in pieces of %i', (size) => {
    expect(read(size)).toEqual(read(text.length));
    expect(read(size)[0]).toMatchObject({ fields: ['a', 'b\nc'] });
    expect(read(size).filter((part) => 'fault' in part)).toHaveLength(2);
  });

  it('keeps every character of the file in a record or a fault', () => {
    expect(
      read(3)
        .map(({ original }) => original)
        .join(''),
    ).toBe(text);
  });

  it.each([
    ['a quotation mark on every line', '"a,b\n'.repeat(10_000)],
    ['three of them on every line', '"""a,b\n'.repeat(10_000)],
    ['one that is never closed', `"a${',b\n'.repeat(10_000)}`],
  ])('does not read %s over and over', (_, hostile) => {
    const reader = new RecoveringCsvReader(',', 500_000);
    const parts = [...reader.push(hostile), ...reader.end()];
    expect(parts.map(({ original }) => original).join('')).toBe(hostile);
  });
});

describe('bytes', () => {
  it.each([1000, 4096, 65_537])('of UTF-8 without line breaks stay UTF-8 in pieces of %i', (size) => {
    const bytes = Buffer.from('職種é'.repeat(30_001));
    const survey = new EncodingSurvey();
    for (let at = 0; at < bytes.length; at += size) survey.push(bytes.subarray(at, at + size));
    expect(survey.end()).toEqual({ encoding: 'utf-8', faults: 0 });
  });
});
