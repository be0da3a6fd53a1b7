import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DomainError } from '../core/errors.js';
import { normalQuantile } from './normal-quantile.js';
import { type PartAndWhole, partToWholeRatio } from './part-to-whole-ratio.js';
import { seededRng } from './seeded-rng.js';

const cell = (changes: Partial<PartAndWhole> = {}): PartAndWhole => ({
  weight: 1,
  part: 120,
  whole: 100,
  partRse: 0.02,
  wholeRse: 0.01,
  partShare: 0.1,
  ...changes,
});

describe('partToWholeRatio', () => {
  it('is the plain ratio of one component, and does not move with the scale of weights', () => {
    expect(partToWholeRatio([cell()], 0.9).ratio).toBe(1.2);
    const mix = [cell({ weight: 0.6 }), cell({ weight: 0.2, part: 90 })];
    const doubled = mix.map((entry) => ({ ...entry, weight: 2 * entry.weight }));
    expect(partToWholeRatio(doubled, 0.9).low).toBeCloseTo(partToWholeRatio(mix, 0.9).low, 12);
  });

  it('has no error where the part is the whole', () => {
    const same = partToWholeRatio([cell({ part: 100, partShare: 1, partRse: 0.01 })], 0.9);
    expect([same.low, same.high]).toEqual([1, 1]);
  });

  it('is surer the more of the whole is the part', () => {
    const width = (partShare: number): number => partToWholeRatio([cell({ partShare })], 0.9).logStandardError;
    expect(width(0.4)).toBeLessThan(width(0.1));
    expect(width(0)).toBeCloseTo(Math.hypot(0.02, 0.01), 12);
  });

  it('never has a negative variance, even where the part is said to be noisier than the whole allows', () => {
    const cells = fc.record({
      weight: fc.double({ min: 0.01, max: 1, noNaN: true }),
      part: fc.double({ min: 1, max: 1e6, noNaN: true }),
      whole: fc.double({ min: 1, max: 1e6, noNaN: true }),
      partRse: fc.double({ min: 0, max: 1, noNaN: true }),
      wholeRse: fc.double({ min: 0, max: 0.2, noNaN: true }),
      partShare: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(cells, { minLength: 1, maxLength: 6 }), (mix) => {
        const { ratio, low, high, logStandardError } = partToWholeRatio(mix, 0.9);
        expect(logStandardError).toBeGreaterThanOrEqual(0);
        expect(low <= ratio && ratio <= high && low > 0).toBe(true);
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  it('rejects what is no mean, no error and no share', () => {
    for (const bad of [{ part: 0 }, { whole: Number.NaN }, { weight: -1 }, { partRse: -0.1 }, { partShare: 1.1 }]) {
      expect(() => partToWholeRatio([cell(bad)], 0.9)).toThrow(DomainError);
    }
    expect(() => partToWholeRatio([], 0.9)).toThrow(/at least one/);
    expect(() => partToWholeRatio([cell()], 1)).toThrow(/coverage/);
  });
});

/** Surveys of a country of a part and a rest, for two occupations: how often the interval holds the true ratio. */
function coverage(share: number, runs: number): { ours: number; takenAsIndependent: number } {
  const rng = seededRng(7);
  const normal = (sd: number): number => sd * normalQuantile(Math.min(Math.max(rng(), 1e-12), 1 - 1e-12));
  const truth = [
    { weight: 0.7, part: 130, rest: 100, partRse: 0.03, restRse: 0.02 },
    { weight: 0.3, part: 80, rest: 90, partRse: 0.05, restRse: 0.02 },
  ].map((entry) => ({ ...entry, whole: share * entry.part + (1 - share) * entry.rest }));
  const total = (of: 'part' | 'whole'): number => truth.reduce((sum, entry) => sum + entry.weight * entry[of], 0);
  const ratio = total('part') / total('whole');
  let ours = 0;
  let takenAsIndependent = 0;
  for (let run = 0; run < runs; run += 1) {
    const cells = truth.map(({ weight, part, rest, partRse, restRse, whole }) => {
      const seen = part * (1 + normal(partRse));
      const wholeSeen = share * seen + (1 - share) * rest * (1 + normal(restRse));
      const wholeRse = Math.hypot(share * part * partRse, (1 - share) * rest * restRse) / whole;
      return { weight, part: seen, whole: wholeSeen, partRse, wholeRse, partShare: share };
    });
    const holds = ({ low, high }: { low: number; high: number }): number => (low <= ratio && ratio <= high ? 1 : 0);
    ours += holds(partToWholeRatio(cells, 0.9));
    takenAsIndependent += holds(
      partToWholeRatio(
        cells.map((entry) => ({ ...entry, partShare: 0 })),
        0.9,
      ),
    );
  }
  return { ours: ours / runs, takenAsIndependent: takenAsIndependent / runs };
}

describe('calibration of partToWholeRatio', () => {
  it.each([0.02, 0.2, 0.5])('covers nine times in ten where the part is %s of the whole', (share) => {
    const { ours } = coverage(share, 3000);
    expect(ours).toBeGreaterThan(0.885);
    expect(ours).toBeLessThan(0.915);
  });

  it('taking both as independent would say less than is known', () => {
    expect(coverage(0.5, 3000).takenAsIndependent).toBeGreaterThan(0.97);
  });
});
