import { describe, expect, it } from 'vitest';
import { seededRng } from '../../../stats/seeded-rng.js';
import { PREFIXES, positionOf, prefixTable } from './hash-index.js';

const indexOf = (hashes: Uint32Array) => ({ hashes, prefixes: prefixTable(hashes) });

describe('prefixTable', () => {
  it.each([0, 1, 2, 3, 1000])('finds each of %d hashes and no other', (count) => {
    const rng = seededRng(count);
    const hashes = Uint32Array.from({ length: count }, () => Math.floor(rng() * 2 ** 32)).sort();
    const index = indexOf(hashes);
    hashes.forEach((hash, at) => {
      expect(positionOf(index, hash)).toBe(at);
    });
    const known = new Set(hashes);
    for (let i = 0; i < 1000; i += 1) {
      const other = Math.floor(rng() * 2 ** 32);
      if (!known.has(other)) expect(positionOf(index, other)).toBe(-1);
    }
  });

  it('finds hashes at both ends of the range', () => {
    const index = indexOf(Uint32Array.of(0, 5, 0xffffffff));
    expect([0, 5, 0xffffffff, 6].map((hash) => positionOf(index, hash))).toEqual([0, 1, 2, -1]);
  });

  it('is of one length, whatever the number of hashes', () => {
    expect(prefixTable(new Uint32Array(0))).toEqual(new Uint32Array(PREFIXES));
    expect(prefixTable(Uint32Array.of(7)).at(-1)).toBe(1);
  });
});
