import { describe, expect, it } from 'vitest';
import { UsageError } from '../../core/errors.js';
import { type InputForm, readerFor, WholeText } from './input-texts.js';

function read(form: InputForm, text: string, field?: string): string[] {
  const reader = readerFor(form, field);
  const half = Math.floor(text.length / 2);
  return [...reader.push(text.slice(0, half)), ...reader.push(text.slice(half)), ...reader.end()];
}

function expectRefusal(form: InputForm, text: string, field: string | undefined, says: RegExp): void {
  let thrown: unknown;
  try {
    read(form, text, field);
  } catch (failure) {
    thrown = failure;
  }
  expect(thrown).toBeInstanceOf(UsageError);
  const { message, remedy } = thrown as UsageError;
  expect(`${message} ${remedy}`).toMatch(says);
}

describe('plain lines', () => {
  it.each<[string, readonly string[]]>([
    ['', []],
    ['\n', ['']],
    ['a', ['a']],
    ['a\n', ['a']],
    ['a\n\nb\n', ['a', '', 'b']],
    ['a, b\r\n"c"\r\n', ['a, b', '"c"']],
    [' a \n', [' a ']],
    ['a\rb\u2028c\n', ['a\rb\u2028c']],
  ])('%j are %j', (text, expected) => {
    expect(read('lines', text)).toEqual(expected);
  });

  it('may be long and may arrive in many pieces', () => {
    const reader = readerFor('lines', undefined);
    const lines: string[] = [];
    for (let i = 0; i < 1000; i += 1) lines.push(...reader.push('x'.repeat(10_000)));
    lines.push(...reader.push('\ny'), ...reader.end());
    expect(lines.map((line) => line.length)).toEqual([10_000_000, 1]);
  });

  it('are refused where no answer could hold them', () => {
    const reader = readerFor('lines', undefined);
    const piece = 'x'.repeat(2 ** 24);
    expect(() => {
      for (let i = 0; i < 5; i += 1) [...reader.push(piece)];
    }).toThrow('Line 1 is longer than 64 million characters');
  });
});

describe('the field of a CSV file', () => {
  it.each<[string, string, string | undefined, readonly string[]]>([
    ['title', 'id,title\n1,"a, b"\n2,\n', undefined, ['a, b', '']],
    ['text before title', 'title,text\nt,x\n', undefined, ['x']],
    ['the one named', 'title,text,job\nt,x,j\n', 'job', ['j']],
    ['whatever its case', ' Job Title ,id\na,1\n', 'job title', ['a']],
    ['the exact one first', 'title,Title\na,b\n', 'Title', ['b']],
    ['empty lines between records left out', 'title,id\na,1\n\nb,2\n\n', undefined, ['a', 'b']],
    ['empty lines of a single column kept', 'title\na\n\nb\n', undefined, ['a', '', 'b']],
    ['a header alone', 'title,id\n', undefined, []],
    ['nothing', '', undefined, []],
  ])('is %s', (_, text, field, expected) => {
    expect(read('csv', text, field)).toEqual(expected);
  });

  it.each<[string, string, string | undefined, RegExp]>([
    ['no such column', 'id,name\n1,a\n', 'job', /no field "job".*id, name/],
    ['none of the usual columns', 'id,name\n1,a\n', undefined, /no field "text" or "title".*--field.*id, name/],
    ['too few fields', 'id,title\n1,a\n2\n', undefined, /Line 3 has 1 fields where the header has 2/],
    ['too many fields', 'id,title\n1,a,b\n', undefined, /Line 2 has 3 fields/],
    ['a quotation mark left open', 'title\n"a\nb\n', undefined, /Line 2 .*never closed/],
  ])('is refused with %s', (_, text, field, says) => {
    expectRefusal('csv', text, field, says);
  });

  it('lists few and short names', () => {
    const header = Array.from({ length: 1000 }, (_, i) => `${'x'.repeat(500)}${i}`).join(',');
    let remedy = '';
    try {
      read('csv', `${header}\n`);
    } catch (failure) {
      remedy = (failure as UsageError).remedy;
    }
    expect(remedy.length).toBeGreaterThan(20);
    expect(remedy.length).toBeLessThan(700);
  });
});

describe('the field of JSON lines', () => {
  it.each<[string, string, string | undefined, readonly string[]]>([
    ['title', '{"title":"a"}\n{"id":1,"title":"b"}\n', undefined, ['a', 'b']],
    ['the same in every line', '{"title":"a"}\n{"text":"x","title":"b"}\n', undefined, ['a', 'b']],
    ['the one named', '{"title":"a","job":"j"}\n', 'job', ['j']],
    ['empty where it is null', '{"title":"a"}\n{"title":null}\n', undefined, ['a', '']],
    ['the line itself where it is a string', '"a"\n\n"b\\nc"\n', undefined, ['a', 'b\nc']],
    ['hostile', '{"title":"\\ud800\\u0000"}\r\n', undefined, ['\ud800\u0000']],
    ['of an ordinary name', '{"__proto__":"a"}\n', '__proto__', ['a']],
  ])('is %s', (_, text, field, expected) => {
    expect(read('jsonl', text, field)).toEqual(expected);
  });

  it.each<[string, string, string | undefined, RegExp]>([
    ['a line that is no JSON', '{"title":"a"}\n{"title":\n', undefined, /Line 2 is not JSON/],
    ['a number', '{"title":"a"}\n7\n', undefined, /Line 2 is neither/],
    ['a list', '["a"]\n', undefined, /Line 1 is neither/],
    ['a field that is no text', '{"title":7}\n', undefined, /Line 1 has no text in the field "title"/],
    ['a field left out', '{"title":"a"}\n{"id":2}\n', undefined, /Line 2 has no field "title"/],
    ['no such field', '{"id":1,"name":"a"}\n', undefined, /no field "text" or "title".*id, name/],
    ['a field that objects inherit', '{"id":1}\n', 'constructor', /no field "constructor"/],
    ['an empty object', '{}\n', undefined, /the fields there are: none/],
  ])('is refused with %s', (_, text, field, says) => {
    expectRefusal('jsonl', text, field, says);
  });
});

describe('a whole text', () => {
  it('is one, whatever its lines', () => {
    const whole = new WholeText();
    expect([...whole.push('a\n'), ...whole.push('b\n')]).toEqual([]);
    expect([...whole.end()]).toEqual(['a\nb\n']);
    expect([...new WholeText().end()]).toEqual([]);
  });
});
