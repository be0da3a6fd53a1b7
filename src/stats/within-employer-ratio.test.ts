import { describe, expect, it } from 'vitest';
import { DomainError } from '../core/errors.js';
import type { Rng } from '../core/ports.js';
import { normalQuantile } from './normal-quantile.js';
import { seededRng } from './seeded-rng.js';
import { type WithinEmployerInput, withinEmployerRatio } from './within-employer-ratio.js';

type Row = readonly [employer: string | number, group: string, isHigher: boolean, logPay: number];

const input = (rows: readonly Row[], changes: Partial<WithinEmployerInput> = {}): WithinEmployerInput => ({
  employers: rows.map(([employer]) => employer),
  groups: rows.map(([, group]) => group),
  isHigher: rows.map(([, , isHigher]) => isHigher),
  logPay: rows.map(([, , , logPay]) => logPay),
  level: 0.9,
  ...changes,
});
const ratio = (rows: readonly Row[], changes: Partial<WithinEmployerInput> = {}) =>
  withinEmployerRatio(input(rows, changes));

const TWO: readonly Row[] = [
  ['a', 'x', false, 11],
  ['a', 'x', true, 11.2],
  ['b', 'x', false, 12],
  ['b', 'x', true, 12.3],
];

describe('withinEmployerRatio', () => {
  it('is the mean of what employers pay more', () => {
    expect(ratio(TWO)).toMatchObject({ employers: 2, effectiveEmployers: 2, contrasts: 2 });
    expect(ratio(TWO)!.logRatio).toBeCloseTo(0.25, 12);
    // Replicates 0.2 and 0.3 about 0.25: variance (1/2) (0.05^2 + 0.05^2).
    expect(ratio(TWO)!.error).toMatchObject({ standardError: expect.closeTo(0.05, 12), df: 1 });
  });

  it('compares nothing across employers or across groups', () => {
    const rows: Row[] = [
      ...TWO,
      ['c', 'x', false, 5],
      ['d', 'x', true, 20],
      ['a', 'y', true, 30],
      ['b', 'z', false, 1],
    ];
    expect(ratio(rows)).toEqual(ratio(TWO));
    expect(ratio(rows.filter(([employer]) => employer === 'c' || employer === 'd'))).toBeNull();
    expect(ratio([])).toBeNull();
  });

  it('tells the employer 1 from the employer "1"', () => {
    expect(
      ratio([
        [1, 'x', false, 11],
        ['1', 'x', true, 12],
      ]),
    ).toBeNull();
  });

  it('says nothing of the error of one employer', () => {
    const one = ratio(TWO.slice(0, 2))!;
    expect(one.error).toBeNull();
    expect(one.logRatio).toBeCloseTo(0.2, 12);
  });

  it('damps employers with many offers', () => {
    const many = Array.from({ length: 40 }, (_, i): Row => ['a', 'x', i % 2 === 0, i % 2 === 0 ? 11.2 : 11]);
    const rows = [...many, ...TWO.slice(2)];
    const at = (damping: number) => ratio(rows, { damping })!.logRatio;
    // Precisions 10 and 1/2.
    expect(at(0)).toBeCloseTo((10 * 0.2 + 0.5 * 0.3) / 10.5, 12);
    expect(at(0.5)).toBeCloseTo((Math.sqrt(10) * 0.2 + Math.sqrt(0.5) * 0.3) / (Math.sqrt(10) + Math.sqrt(0.5)), 12);
    expect(at(1)).toBeCloseTo(0.25, 12);
  });

  it('does not depend on the order of rows', () => {
    const rows = simulate(seededRng(3), 30);
    const turned = ratio([...rows].reverse())!;
    expect(turned.logRatio).toBeCloseTo(ratio(rows)!.logRatio, 12);
    expect(turned.error!.standardError).toBeCloseTo(ratio(rows)!.error!.standardError, 12);
  });

  it('takes thirty thousand offers', () => {
    const rows = Array.from({ length: 30_000 }, (_, i): Row => [i % 6_000, 'x', i >= 15_000, i >= 15_000 ? 11.3 : 11]);
    expect(ratio(rows)!.logRatio).toBeCloseTo(0.3, 9);
    expect(ratio(rows)!.error!.df).toBe(31);
  });

  it('rejects what cannot be compared', () => {
    expect(() => ratio(TWO, { level: 1 })).toThrow(/coverage/);
    expect(() => ratio(TWO, { damping: 1.1 })).toThrow(/damping/);
    expect(() => ratio(TWO, { logPay: [1] })).toThrow(DomainError);
    expect(() => ratio([...TWO.slice(1), ['a', 'x', false, Number.NaN]])).toThrow(/finite/);
    expect(() => ratio([...TWO.slice(1), ['a', 'x', false, Math.log(0)]])).toThrow(/finite/);
  });
});

const TRUE_RATIO = 0.2;
/** Employers who pay more have more of the higher level; each has a ratio of its own around the true one. */
function simulate(rng: Rng, employers: number): Row[] {
  const normal = () => normalQuantile(Math.min(Math.max(rng(), 1e-12), 1 - 1e-12));
  return Array.from({ length: employers }, (_, employer) => {
    const effect = normal();
    const shareHigher = 1 / (1 + Math.exp(-effect));
    const own = TRUE_RATIO + 0.1 * normal();
    return Array.from({ length: Math.ceil(3 * Math.exp(1.2 * normal())) }, (): Row => {
      const isHigher = rng() < shareHigher;
      return [employer, 'x', isHigher, 11.5 + 0.2 * effect + (isHigher ? own : 0) + 0.15 * normal()];
    });
  }).flat();
}

describe('calibration of withinEmployerRatio', () => {
  const runs = Array.from({ length: 400 }, (_, seed) => simulate(seededRng(seed), 60));
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

  it('is not moved by employers that pay more and have more of the higher level, as the plain ratio is', () => {
    const plain = runs.map((rows) => {
      const of = (higher: boolean) => mean(rows.flatMap(([, , isHigher, pay]) => (isHigher === higher ? [pay] : [])));
      return of(true) - of(false);
    });
    expect(mean(plain) - TRUE_RATIO).toBeGreaterThan(0.1);
    const ours = mean(runs.map((rows) => ratio(rows)!.logRatio));
    expect(Math.abs(ours - TRUE_RATIO)).toBeLessThan(0.005);
  });

  it('covers the true ratio nine times in ten', () => {
    const covered = runs.filter((rows) => {
      const { low, high } = ratio(rows)!.error!;
      return low <= TRUE_RATIO && TRUE_RATIO <= high;
    });
    // Four Monte Carlo standard errors of 0.015.
    expect(covered.length / runs.length).toBeGreaterThan(0.86);
    expect(covered.length / runs.length).toBeLessThan(0.95);
  });
});
