import { describe, expect, it } from 'vitest';
import { spellingDistance } from './spelling-distance.js';

describe('spellingDistance', () => {
  it.each([
    ['', '', 0],
    ['germany', 'germany', 0],
    ['germny', 'germany', 1],
    ['texsa', 'texas', 1],
    ['kitten', 'sitting', 3],
    ['', 'abc', 3],
  ])('%s and %s', (a, b, distance) => {
    expect(spellingDistance(a, b, 6)).toBe(distance);
    expect(spellingDistance(b, a, 6)).toBe(distance);
  });

  it('stops once the distance exceeds what is asked', () => {
    expect(spellingDistance('kitten', 'sitting', 1)).toBe(2);
    expect(spellingDistance('a', 'abcdefgh', 2)).toBe(3);
  });
});
