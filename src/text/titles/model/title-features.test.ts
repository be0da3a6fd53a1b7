import { describe, expect, it } from 'vitest';
import {
  featureBuffer,
  KEY_LIMIT,
  LONG_GRAM,
  PAIR,
  readFeatures,
  SHORT_GRAM,
  titleHash,
  WORD,
} from './title-features.js';

function read(key: string): { hash: number; kind: number }[] {
  const buffer = featureBuffer();
  readFeatures(key, buffer);
  return Array.from({ length: buffer.count }, (_, i) => ({ hash: buffer.hashes[i]!, kind: buffer.kinds[i]! }));
}

const ofKind = (key: string, kind: number) =>
  read(key).flatMap((feature) => (feature.kind === kind ? feature.hash : []));
const steps = (key: string) => {
  const meter = { steps: 0 };
  readFeatures(key, featureBuffer(), meter);
  return meter.steps;
};

describe('readFeatures', () => {
  it('gives each word, its strings of letters, and the pairs with both ends', () => {
    expect(ofKind('data scientist', WORD)).toHaveLength(2);
    expect(ofKind('data scientist', PAIR)).toHaveLength(3);
    // <data>: 4 strings of three letters, 3 of four and 2 of five.
    expect(ofKind('data', SHORT_GRAM)).toHaveLength(4);
    expect(ofKind('data', LONG_GRAM)).toHaveLength(5);
    expect(read('')).toEqual([]);
    expect(read('   ')).toEqual([]);
  });

  it('knows a word wherever it stands, and a pair by its order', () => {
    const [data, scientist] = ofKind('data scientist', WORD);
    expect(ofKind('scientist data', WORD)).toEqual([scientist, data]);
    expect(ofKind('data scientist', PAIR)[1]).not.toBe(ofKind('scientist data', PAIR)[1]);
    expect(ofKind('senior data scientist', PAIR).slice(2)).toEqual(ofKind('data scientist', PAIR).slice(1));
  });

  it('tells words, pairs, strings of letters and whole titles apart', () => {
    const all = [...read('abc').map(({ hash }) => hash), titleHash('abc')];
    expect(new Set(all).size).toBe(all.length);
  });

  it('reads no more than the first characters of a key', () => {
    const words = 'word '.repeat(KEY_LIMIT);
    expect(read(words)).toEqual(read(words.slice(0, KEY_LIMIT)));
    expect(steps('x'.repeat(10_000_000))).toBe(steps('x'.repeat(KEY_LIMIT)));
  });

  it.each([['x'], ['x '], ['ab '], ['\u{1F600}'], ['\uD800'], ['\u0000\u0001'], ['\u202Eword ']])(
    'takes steps in proportion to the length of %j repeated',
    (unit) => {
      const [short, long] = [steps(unit.repeat(100)), steps(unit.repeat(200))];
      expect(long).toBeGreaterThan(short);
      expect(long).toBeLessThanOrEqual(2 * short + 10);
    },
  );
});
