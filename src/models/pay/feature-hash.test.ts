import { describe, expect, it } from 'vitest';
import { featureHash, positionOf } from './feature-hash.js';

describe('featureHash', () => {
  it('tells names apart, and is a 32-bit number', () => {
    const names = Array.from({ length: 2_000 }, (_, i) => `word w${i}`);
    const hashes = new Set(names.map(featureHash));
    expect(hashes.size).toBe(names.length);
    for (const hash of hashes) expect(hash >>> 0).toBe(hash);
  });
});

describe('positionOf', () => {
  const hashes = Uint32Array.of(2, 9, 4_000_000_000);

  it.each([
    [2, 0],
    [9, 1],
    [4_000_000_000, 2],
    [1, -1],
    [10, -1],
    [4_294_967_295, -1],
  ])('finds %i at %i', (hash, position) => {
    expect(positionOf(hashes, hash)).toBe(position);
  });

  it('finds nothing among none', () => {
    expect(positionOf(new Uint32Array(0), 1)).toBe(-1);
  });
});
