import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalQuantile } from './normal-quantile.js';
import { pauleMandel, varianceFloor } from './paule-mandel.js';
import { seededRng } from './seeded-rng.js';

describe('pauleMandel', () => {
  const cells = fc.array(
    fc.record({
      estimate: fc.double({ min: -5, max: 5, noNaN: true }),
      variance: fc.double({ min: 1e-6, max: 4, noNaN: true }),
    }),
    { minLength: 2, maxLength: 40 },
  );

  it('solves its moment equation, or is zero where the errors explain the spread', () => {
    fc.assert(
      fc.property(cells, (rows) => {
        const estimates = rows.map((row) => row.estimate);
        const variances = rows.map((row) => row.variance);
        const { tau2, centres, df, cochranQ } = pauleMandel(estimates, variances);
        const q = rows.reduce((sum, row, i) => sum + (row.estimate - centres[i]!) ** 2 / (row.variance + tau2), 0);
        if (tau2 === 0) expect(cochranQ).toBeLessThanOrEqual(df * (1 + 1e-12));
        else expect(Math.abs(q / df - 1)).toBeLessThan(1e-8);
      }),
      { numRuns: 200, seed: 11 },
    );
  });

  it('is the sample variance less the error where all errors are alike', () => {
    const estimates = [1, 2, 3, 4, 10];
    const { tau2, mean, centres } = pauleMandel(estimates, [0.5, 0.5, 0.5, 0.5, 0.5]);
    expect(tau2).toBeCloseTo(12.5 - 0.5, 12);
    expect(mean).toBeCloseTo(4, 12);
    expect(centres).toHaveLength(5);
  });

  it('does not care for units', () => {
    const estimates = [0.1, 0.5, 0.9, 0.2];
    const variances = [0.01, 0.04, 0.01, 0.02];
    const scaled = pauleMandel(
      estimates.map((value) => value * 1e6),
      variances.map((value) => value * 1e12),
    );
    expect(scaled.tau2 / 1e12).toBeCloseTo(pauleMandel(estimates, variances).tau2, 12);
  });

  it('takes a centre known for each cell and weights its mean by precision', () => {
    const { tau2, df, centres, coefficients, mean } = pauleMandel([1, 5], [1, 3], { mean: [0.5, 5] });
    expect({ tau2, df, centres, coefficients }).toEqual({ tau2: 0, df: 2, centres: [0.5, 5], coefficients: [] });
    expect(mean).toBeCloseTo((1 * 1 + 5 / 3) / (1 + 1 / 3), 12);
  });

  it('takes what covariates explain out of the variance', () => {
    const size = Array.from({ length: 30 }, (_, i) => i / 10);
    const estimates = size.map((x, i) => 2 + 3 * x + (i % 2 ? 0.1 : -0.1));
    const variances = size.map(() => 0.004);
    const { tau2, coefficients } = pauleMandel(estimates, variances, { covariates: [size] });
    expect(coefficients[1]).toBeCloseTo(3, 1);
    expect(tau2).toBeGreaterThan(0.004);
    expect(tau2).toBeLessThan(0.008);
    expect(pauleMandel(estimates, variances).tau2).toBeGreaterThan(5);
  });

  it('copes with many cells and with errors of very different size', () => {
    const rng = seededRng(4);
    const normal = (): number => normalQuantile(Math.max(1e-12, rng()));
    const variances = Array.from({ length: 50_000 }, (_, i) => 10 ** (-12 + (i % 13)));
    const estimates = variances.map((variance) => 0.5 * normal() + Math.sqrt(variance) * normal());
    expect(Math.abs(pauleMandel(estimates, variances).tau2 / 0.25 - 1)).toBeLessThan(0.04);
  });

  it.each([
    ['TOO_FEW_CELLS', [1], [1], {}],
    ['TOO_FEW_CELLS', [], [], { mean: 0 }],
    ['TOO_FEW_CELLS', [1, 2], [1, 1], { covariates: [[0, 1]] }],
    ['COLLINEAR', [1, 2, 3, 4], [1, 1, 1, 1], { covariates: [[2, 2, 2, 2]] }],
    ['LENGTH_MISMATCH', [1, 2], [1], {}],
    ['LENGTH_MISMATCH', [1, 2, 3], [1, 1, 1], { covariates: [[1, 2]] }],
    ['LENGTH_MISMATCH', [1, 2, 3], [1, 1, 1], { mean: [1, 2] }],
    ['INVALID_VALUE', [1, Number.NaN], [1, 1], {}],
    ['INVALID_VALUE', [1, 2, 3], [1, 1, 1], { covariates: [[1, Infinity, 2]] }],
    ['INVALID_VALUE', [1, 2], [1, 1], { mean: Number.NaN }],
    ['INVALID_VARIANCE', [1, 2], [1, 0], {}],
    ['INVALID_VARIANCE', [1, 2], [1, Number.NaN], {}],
    ['INVALID_OPTION', [1, 2], [1, 1], { mean: 0, covariates: [[1, 2]] }],
  ])('rejects with %s', (code, estimates, variances, options) => {
    expect(() => pauleMandel(estimates, variances, options)).toThrow(expect.objectContaining({ code }));
  });
});

describe('varianceFloor', () => {
  it('falls with the number of cells and is never zero', () => {
    const floor = (count: number) => varianceFloor(new Array(count).fill(0.02));
    expect(floor(4)).toBeCloseTo((2 * 0.02) / 4, 15);
    expect(floor(400)).toBeCloseTo(floor(4) / 100, 15);
  });
});
