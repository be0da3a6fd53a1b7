import { describe, expect, it } from 'vitest';
import { DomainError } from '../core/errors.js';
import { normalQuantile } from './normal-quantile.js';
import { seededRng } from './seeded-rng.js';
import { type SourceBiasInput, sourceBias } from './source-bias.js';

const OFFICIAL = [10.8, 11, 11.1, 11.4, 11.6, 11.9];
const on = (line: (x: number) => number, changes: Partial<SourceBiasInput> = {}): SourceBiasInput => ({
  logPay: OFFICIAL.map((x) => x + line(x)),
  logOfficial: OFFICIAL,
  variances: OFFICIAL.map(() => 0.01),
  level: 0.9,
  ...changes,
});

describe('sourceBias', () => {
  it('finds a line, and no spread around it', () => {
    const found = sourceBias(on((x) => 0.1 - 0.3 * (x - 11.3)));
    expect(found).toMatchObject({ tau: 0, cells: 6, df: 4 });
    expect(found.centre).toBeCloseTo(11.3, 12);
    expect(found.intercept.value).toBeCloseTo(0.1, 9);
    expect(found.slope.value).toBeCloseTo(-0.3, 9);
    expect(found.at(10.8).bias).toBeCloseTo(0.25, 9);
  });

  it('is surest at the middle of its cells', () => {
    const found = sourceBias(on((x) => 0.1 * Math.sin(20 * x)));
    expect(found.at(found.centre).sd).toBeCloseTo(Math.hypot(found.tau, found.intercept.standardError), 9);
    expect(found.at(13).sd).toBeGreaterThan(found.at(11.9).sd);
  });

  it('stands its intercept where it is told to', () => {
    const line = (x: number) => 0.1 - 0.3 * (x - 11.3);
    expect(sourceBias(on(line, { centre: 12.3 })).intercept.value).toBeCloseTo(-0.2, 9);
  });

  it('gives a precise cell no more weight than the spread allows', () => {
    const logPay = OFFICIAL.map((x, i) => x + (i % 2 === 0 ? 0.3 : -0.3));
    const even = sourceBias(on(() => 0, { logPay }));
    const huge = sourceBias(on(() => 0, { logPay, variances: OFFICIAL.map((_, i) => (i === 0 ? 1e-9 : 0.01)) }));
    expect(even.tau).toBeGreaterThan(0.2);
    expect(Math.abs(huge.intercept.value - even.intercept.value)).toBeLessThan(0.02);
  });

  it('rejects what no line can be drawn through', () => {
    expect(() => sourceBias({ logPay: [11, 12], logOfficial: [11, 12], variances: [1, 1], level: 0.9 })).toThrow(
      /three/,
    );
    expect(() => sourceBias(on(() => 0, { logOfficial: OFFICIAL.map(() => 11) }))).toThrow(DomainError);
    expect(() => sourceBias(on(() => 0, { variances: OFFICIAL.map(() => 0) }))).toThrow(/[Vv]ariance/);
    expect(() => sourceBias(on(() => Number.NaN))).toThrow(/finite/);
    expect(() => sourceBias(on(() => 0, { level: 0 }))).toThrow(/coverage/);
  });
});

describe('calibration of sourceBias', () => {
  it.each([
    [12, 0.15],
    [40, 0.15],
    [40, 0],
  ])('covers both coefficients from %i occupations with a spread of %f', (cells, tau) => {
    const rng = seededRng(cells);
    const normal = () => normalQuantile(Math.min(Math.max(rng(), 1e-12), 1 - 1e-12));
    const held = { intercept: 0, slope: 0 };
    const runs = 600;
    for (let run = 0; run < runs; run += 1) {
      const logOfficial = Array.from({ length: cells }, () => 11.3 + 0.35 * normal());
      const variances = logOfficial.map(() => 0.001 + 0.02 * rng());
      const logPay = logOfficial.map(
        (x, i) => x + 0.1 - 0.3 * (x - 11.3) + tau * normal() + Math.sqrt(variances[i]!) * normal(),
      );
      const { intercept, slope } = sourceBias({ logPay, logOfficial, variances, centre: 11.3, level: 0.9 });
      if (intercept.low <= 0.1 && 0.1 <= intercept.high) held.intercept += 1 / runs;
      if (slope.low <= -0.3 && -0.3 <= slope.high) held.slope += 1 / runs;
    }
    // Four Monte Carlo standard errors of 0.012; without a spread tau is overestimated and the intervals are wide.
    for (const share of [held.intercept, held.slope]) expect(share).toBeGreaterThan(0.85);
    if (tau > 0) for (const share of [held.intercept, held.slope]) expect(share).toBeLessThan(0.95);
  });
});
