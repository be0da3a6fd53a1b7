import { describe, expect, it } from 'vitest';
import { employerFold, FOLDS } from './folds.js';

describe('employerFold', () => {
  it('spreads employers evenly', () => {
    const counts = Array.from({ length: FOLDS }, () => 0);
    for (let i = 0; i < 10_000; i += 1) counts[employerFold(`employer ${i}`)]! += 1;
    expect(Math.min(...counts)).toBeGreaterThan(850);
    expect(Math.max(...counts)).toBeLessThan(1150);
  });

  it.each([
    ['acme', 6],
    ['', 7],
    ['\uD800', 0],
  ])('puts %j where it has always been', (employer, fold) => {
    expect(employerFold(employer)).toBe(fold);
  });
});
