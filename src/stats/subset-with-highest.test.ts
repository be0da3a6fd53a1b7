import { describe, expect, it } from 'vitest';
import { DomainError } from '../core/errors.js';
import { normalQuantile } from './normal-quantile.js';
import { seededRng } from './seeded-rng.js';
import { subsetWithHighest } from './subset-with-highest.js';

describe('subsetWithHighest', () => {
  it('keeps a clear leader alone and everything that cannot be told apart from it', () => {
    expect(subsetWithHighest([3, 1, 1], [0.1, 0.1, 0.1], 0.9)).toEqual([true, false, false]);
    expect(subsetWithHighest([3, 2.9, 1], [0.1, 0.1, 0.1], 0.9)).toEqual([true, true, false]);
  });

  it('keeps a low value that nobody knows', () => {
    expect(subsetWithHighest([3, 1], [0.1, 5], 0.9)).toEqual([true, true]);
  });

  it('keeps ties of known values, and one value alone', () => {
    expect(subsetWithHighest([2, 2, 1], [0, 0, 0], 0.9)).toEqual([true, true, false]);
    expect(subsetWithHighest([1], [3], 0.9)).toEqual([true]);
  });

  it('always keeps the highest estimate, at any level', () => {
    for (const level of [0.05, 0.5, 0.99]) expect(subsetWithHighest([1, 2], [9, 0], level)[1]).toBe(true);
  });

  it('rejects what it cannot compare', () => {
    expect(() => subsetWithHighest([], [], 0.9)).toThrow(DomainError);
    expect(() => subsetWithHighest([1, 2], [1], 0.9)).toThrow(/standard error/);
    expect(() => subsetWithHighest([1, Number.NaN], [1, 1], 0.9)).toThrow(/finite/);
    expect(() => subsetWithHighest([1], [-1], 0.9)).toThrow(/standard errors/);
  });
});

describe('calibration of subsetWithHighest', () => {
  /** How often the truly highest of 50 is kept, by how far it leads. */
  const kept = (lead: number): number => {
    const rng = seededRng(11);
    const errors = Array.from({ length: 50 }, (_, i) => 0.005 + 0.001 * i);
    let hits = 0;
    for (let run = 0; run < 1000; run += 1) {
      const values = errors.map((error, i) => (i === 20 ? lead : 0) + error * normalQuantile(rng() * 0.999998 + 1e-6));
      if (subsetWithHighest(values, errors, 0.9)[20]) hits += 1;
    }
    return hits / 1000;
  };

  it('keeps the truly highest at least nine times in ten, in the worst case of no lead too', () => {
    expect(kept(1e-9)).toBeGreaterThan(0.88);
    expect(kept(0.02)).toBeGreaterThan(0.9);
  });
});
