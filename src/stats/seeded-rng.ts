import type { Rng } from '../core/ports.js';

/**
 * Uniform numbers in [0, 1) that depend on the seed alone: mulberry32.
 *
 * For simulations, bootstraps and tests; not for secrets. The period is 2^32.
 * Source: Tommy Ettinger's mulberry32, public domain
 *
 * @param seed whole number; its low 32 bits count
 * @example seededRng(1)() // 0.6270739405881613
 */
export function seededRng(seed: number): Rng {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
