import { describe, expect, it } from 'vitest';
import { jsonList, jsonNumber, jsonObject, jsonText } from './json-values.js';

describe('values out of JSON', () => {
  it('are given back when they fit', () => {
    expect(jsonObject({ a: 1 }, 'It')).toEqual({ a: 1 });
    expect(jsonList([1], 'It')).toEqual([1]);
    expect(jsonText('a', 'It')).toBe('a');
    expect(jsonNumber(-1.5, 'It')).toBe(-1.5);
    expect([jsonNumber(null, 'It'), jsonNumber(undefined, 'It')]).toEqual([null, null]);
  });

  it.each([
    [() => jsonObject([], 'The cell'), 'The cell is not an object.'],
    [() => jsonObject(null, 'The cell'), 'The cell is not an object.'],
    [() => jsonList({}, 'The row'), 'The row is not a list.'],
    [() => jsonText(' ', 'The name'), 'The name is not a text.'],
    [() => jsonNumber('1', 'The figure'), 'The figure is not a number.'],
    [() => jsonNumber(Number.NaN, 'The figure'), 'The figure is not a number.'],
  ])('are refused by name when they do not (%#)', (read, message) => {
    expect(read).toThrow(message);
  });
});
