import { describe, expect, it } from 'vitest';
import { MarketError } from '../../core/errors.js';
import { type PayFile, readPayFile, writePayFile } from './pay-file.js';

const weights = (hashes: readonly number[]) => ({
  centreHashes: Uint32Array.from(hashes),
  centres: Int16Array.from(hashes, (_, i) => -i - 1),
  spreadHashes: Uint32Array.of(7),
  spreads: Int16Array.of(-3),
  errors: Int16Array.of(4),
});

const FILE: PayFile = {
  description: new TextEncoder().encode('{"version":"1"}'),
  officialMedians: Uint16Array.of(1, 2, 65_535),
  officialSpreads: Int16Array.of(-5, 6),
  filed: weights([1, 2, 3]),
  posted: weights([]),
};

describe('a pay model file', () => {
  const bytes = writePayFile(FILE);

  it('gives back its sections, from any place in memory', () => {
    const moved = new Uint8Array(bytes.length + 1);
    moved.set(bytes, 1);
    for (const read of [readPayFile(bytes), readPayFile(moved.subarray(1))]) {
      expect({ ...read, description: [...read.description] }).toEqual({ ...FILE, description: [...FILE.description] });
    }
  });

  it('is refused when any byte differs, or when it is cut', () => {
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = bytes.slice();
      changed[at]! ^= 0x10;
      expect(() => readPayFile(changed), `byte ${at}`).toThrow(MarketError);
    }
    for (const length of [0, 4, 60, bytes.length - 4, bytes.length - 1]) {
      expect(() => readPayFile(bytes.slice(0, length))).toThrow(/damaged/);
    }
  });

  it('says that another layout is of another version', () => {
    const other = bytes.slice();
    other[4] = 99;
    expect(() => readPayFile(other)).toThrow(/format 99/);
  });
});
