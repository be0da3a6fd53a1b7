import { describe, expect, it } from 'vitest';
import { groupedProportion } from './grouped-proportion.js';
import { seededRng } from './seeded-rng.js';

const ones = (count: number) => new Array<number>(count).fill(1);

describe('groupedProportion', () => {
  it('is the weighted share', () => {
    const { value } = groupedProportion({
      holds: [true, false, false],
      weights: [2, 1, 1],
      employers: ['a', 'b', 'c'],
      level: 0.9,
    });
    expect(value).toBe(0.5);
  });

  it('is wider when postings cluster in employers', () => {
    const holds = Array.from({ length: 100 }, (_, index) => index % 10 < 5);
    const width = (employers: number[]) => {
      const { interval } = groupedProportion({ holds, weights: ones(100), employers, level: 0.9 });
      return interval!.high - interval!.low;
    };
    const apart = holds.map((_, index) => index);
    const together = holds.map((_, index) => index % 10);
    expect(width(together)).toBeGreaterThan(1.8 * width(apart));
  });

  it('counts employers, not postings, where all agree', () => {
    const none = groupedProportion({
      holds: new Array<boolean>(300).fill(false),
      weights: ones(300),
      employers: Array.from({ length: 300 }, (_, index) => index % 30),
      level: 0.9,
    });
    expect(none.value).toBe(0);
    expect(none.interval!.low).toBe(0);
    expect(none.interval!.high).toBeCloseTo(1 - 0.05 ** (1 / 30), 10);
  });

  it('has no interval from one employer', () => {
    expect(groupedProportion({ holds: [true, false], weights: [1, 1], employers: [7, 7], level: 0.9 }).interval).toBe(
      null,
    );
  });

  it('covers the truth in about nine of ten samples of correlated employers', () => {
    const random = seededRng(20260808);
    const runs = 600;
    let covered = 0;
    for (let run = 0; run < runs; run++) {
      const holds: boolean[] = [];
      const employers: number[] = [];
      for (let employer = 0; employer < 40; employer++) {
        // A third of the variance lies between employers; the mean is .3.
        const own = random() < 1 / 3 ? (random() < 0.3 ? 1 : 0) : 0.3;
        const postings = 1 + Math.floor(random() * 8);
        for (let posting = 0; posting < postings; posting++) {
          holds.push(random() < own);
          employers.push(employer);
        }
      }
      const { interval } = groupedProportion({ holds, weights: ones(holds.length), employers, level: 0.9 });
      if (interval !== null && interval.low <= 0.3 && 0.3 <= interval.high) covered += 1;
    }
    expect(covered / runs).toBeGreaterThan(0.87);
    expect(covered / runs).toBeLessThan(0.96);
  });

  it('refuses lists of unequal length', () => {
    expect(() => groupedProportion({ holds: [true], weights: [1, 1], employers: [1], level: 0.9 })).toThrow();
  });
});
