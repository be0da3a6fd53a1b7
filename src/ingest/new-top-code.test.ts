import { describe, expect, it } from 'vitest';
import { newTopCode, refuseNewTopCode } from './new-top-code.js';

const capped = (cap: number) => Array.from({ length: 40 }, (_, index) => Math.min(cap, 100_000 + 5_000 * index));

describe('newTopCode', () => {
  it('is the highest figure when many share it', () => {
    expect(newTopCode(capped(250_000))).toBe(250_000);
    expect(newTopCode([null, ...capped(239_200), null])).toBe(239_200);
  });

  it('is none where the highest figures differ or two happen to agree', () => {
    expect(newTopCode(capped(1_000_000))).toBeNull();
    expect(newTopCode([...capped(1_000_000), 295_000])).toBeNull();
    expect(newTopCode([])).toBeNull();
    expect(newTopCode([null, null])).toBeNull();
  });

  it('does not take a frequent figure in the middle for one', () => {
    expect(newTopCode([...Array<number>(77).fill(74_050), 238_750, 239_060])).toBeNull();
  });
});

describe('refuseNewTopCode', () => {
  const rows = (year: number, cap: number) => capped(cap).map((p90) => ({ year, p90 }));

  it('names source, year and figure', () => {
    const both = [...rows(2025, 1e6), ...rows(2026, 250_000)];
    expect(() => refuseNewTopCode(both, 'OEWS')).toThrow(/OEWS of 2026: .* 250,000: a new top code/);
  });

  it('lets files pass that are not cut off', () => {
    expect(() => refuseNewTopCode([...rows(2024, 1e6), ...rows(2025, 1e6)], 'OEWS')).not.toThrow();
  });
});
