import { describe, expect, it } from 'vitest';
import { DomainError } from '../core/errors.js';
import { dampedEmployerWeights } from './damped-employer-weights.js';
import { locationQuotient } from './location-quotient.js';
import { percentileRank } from './percentile-rank.js';
import { unbiasedHerfindahl } from './unbiased-herfindahl.js';

describe('locationQuotient', () => {
  const nation = { nationalJobs: 150_000, nationalTotal: 150_000_000 };

  it('shrinks a few jobs more than many', () => {
    const few = locationQuotient({ localJobs: 3, localTotal: 1000, ...nation });
    const many = locationQuotient({ localJobs: 3000, localTotal: 1_000_000, ...nation });
    expect(few.raw).toBeCloseTo(many.raw, 10);
    expect(few.value).toBeLessThan(many.value);
    expect(few.high / few.low).toBeGreaterThan(many.high / many.low);
  });

  it('is wider the less the survey knows', () => {
    const width = (localRse: number): number => {
      const { low, high } = locationQuotient({ localJobs: 300, localTotal: 1e5, localRse, ...nation });
      return high - low;
    };
    expect(width(0.4)).toBeGreaterThan(1.5 * width(0.1));
  });

  it('keeps an interval where no job was counted', () => {
    const { value, low, high, raw } = locationQuotient({ localJobs: 0, localTotal: 5000, ...nation });
    expect(raw).toBe(0);
    expect(low).toBeGreaterThan(0);
    expect(low < value && value < high).toBe(true);
  });

  it('rejects an empty nation', () => {
    expect(() => locationQuotient({ localJobs: 1, localTotal: 1, nationalJobs: 0, nationalTotal: 1 })).toThrow(
      DomainError,
    );
  });
});

describe('unbiasedHerfindahl', () => {
  it('is 1 for one employer and 0 where nobody repeats', () => {
    expect(unbiasedHerfindahl([7])).toBe(1);
    expect(unbiasedHerfindahl([1, 1, 1])).toBe(0);
  });

  it.each([[[1]], [[]], [[1.5, 2]], [[-1, 4]]])('rejects %j', (counts) => {
    expect(() => unbiasedHerfindahl(counts)).toThrow(DomainError);
  });
});

describe('percentileRank', () => {
  it('runs from 0 to 100', () => {
    expect([percentileRank([1, 2], 0), percentileRank([1, 2], 3)]).toEqual([0, 100]);
  });

  it('rejects nothing to rank among', () => {
    expect(() => percentileRank([], 1)).toThrow(DomainError);
  });
});

describe('dampedEmployerWeights', () => {
  it('gives employers equal totals at full damping and rows equal weight at none', () => {
    expect(dampedEmployerWeights(['a', 'a', 'b'], 1)).toEqual([0.5, 0.5, 1]);
    expect(dampedEmployerWeights(['a', 'a', 'b'], 0)).toEqual([1, 1, 1]);
    expect(() => dampedEmployerWeights(['a'], 2)).toThrow(DomainError);
  });
});
