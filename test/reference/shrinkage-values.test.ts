/** Shrinkage against SciPy's linear programme and root finder, NumPy's moments, and values that others published. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { worstNonCoverage } from '../../src/stats/average-non-coverage.js';
import {
  type CellMoments,
  cellMoments,
  criticalValue,
  type PauleMandelOptions,
  pauleMandel,
  weightedLeastSquares,
} from '../../src/stats/index.js';

interface CriticalValueReference {
  readonly m2: number;
  readonly kurtosis: number | 'Infinity';
  readonly alpha: number;
  readonly value: number;
}

interface PauleMandelReference {
  readonly name: string;
  readonly estimates: number[];
  readonly variances: number[];
  readonly options: PauleMandelOptions;
  readonly tau2: number;
  readonly cochranQ: number;
  readonly centres: number[];
  readonly coefficients: number[];
}

interface CellMomentReference extends Pick<CellMoments, 'tau2' | 'kurtosis' | 'untruncatedTau2'> {
  readonly name: string;
  readonly estimates: number[];
  readonly variances: number[];
  readonly centres: number[];
  readonly weights: number[];
}

const reference = JSON.parse(readFileSync(new URL('./shrinkage.json', import.meta.url), 'utf8'));

function expectAllClose(actual: readonly number[], expected: readonly number[], tolerance: number): void {
  expect(actual).toHaveLength(expected.length);
  actual.forEach((value, i) => {
    expect(Math.abs(value - expected[i]!)).toBeLessThan(tolerance);
  });
}

describe('criticalValue', () => {
  it.each(reference.criticalValues as CriticalValueReference[])(
    'm2 $m2, kurtosis $kurtosis, alpha $alpha agrees with the linear programme',
    ({ m2, kurtosis, alpha, value }) => {
      expect(Math.abs(criticalValue(m2, Number(kurtosis), alpha) / value - 1)).toBeLessThan(5e-8);
    },
  );

  // Armstrong, Kolesar and Plagborg-Moller's R package ebci 1.0.0, tests/testthat/test-cv.R
  it.each([
    [25, 3, 0.05, 11.88358367],
    [1, 3, 0.2, 1.8494683],
    [100, 3, 0.05, 24.86172217],
    [2.8 ** 2, 8, 0.1, 7.0779747158],
  ])("m2 %s, kurtosis %s, alpha %s has the authors' own value", (m2, kurtosis, alpha, published) => {
    expect(Math.abs(criticalValue(m2, kurtosis, alpha) / published - 1)).toBeLessThan(1.5e-8);
  });

  it.each([
    [1, 3, 11.9699639845401, 6.0216e-5],
    [2.8 ** 2, 8, 7.132429014783928, 0.09805099],
  ])("m2 %s, kurtosis %s misses at %s as often as in the authors' tests", (m2, kurtosis, chi, published) => {
    expect(Math.abs(worstNonCoverage(m2, kurtosis, chi).value / published - 1)).toBeLessThan(1e-6);
  });
});

describe('pauleMandel', () => {
  it.each(reference.pauleMandel as PauleMandelReference[])(
    '$name agrees with SciPy',
    ({ estimates, variances, options, ...expected }) => {
      const result = pauleMandel(estimates, variances, options);
      expect(Math.abs(result.tau2 - expected.tau2)).toBeLessThan(1e-12);
      expect(Math.abs(result.cochranQ / expected.cochranQ - 1)).toBeLessThan(1e-12);
      expectAllClose(result.centres, expected.centres, 1e-11);
      expectAllClose(result.coefficients, expected.coefficients, 1e-11);
    },
  );

  // Viechtbauer (2005), doi:10.3102/10769986030003261, pages 271 and 272, column EB; metafor's tests repeat them
  it.each([
    [
      0.192,
      [-0.581, 0.53, 0.771, 1.031, 0.553, 0.295, 0.078, 0.573, -0.176, -0.232],
      [0.023, 0.052, 0.06, 0.115, 0.095, 0.203, 0.2, 0.211, 0.051, 0.04],
    ],
    [
      0.01,
      [
        0.1, -0.162, -0.09, -0.049, -0.046, -0.01, -0.431, -0.261, 0.134, 0.019, 0.175, 0.056, 0.045, 0.103, 0.121,
        -0.482, 0.29, 0.342,
      ],
      [
        0.016, 0.015, 0.05, 0.05, 0.032, 0.052, 0.036, 0.024, 0.034, 0.033, 0.031, 0.034, 0.039, 0.167, 0.134, 0.096,
        0.016, 0.035,
      ],
    ],
  ])('has the published value %s', (published, estimates, variances) => {
    expect(Math.round(pauleMandel(estimates, variances).tau2 * 1000) / 1000).toBe(published);
  });
});

describe('cellMoments', () => {
  it.each(reference.cellMoments as CellMomentReference[])('$name agree with NumPy', (entry) => {
    const { estimates, variances, centres, weights } = entry;
    const result = cellMoments(estimates, variances, centres, { weights });
    for (const key of ['untruncatedTau2', 'tau2', 'kurtosis'] as const) {
      expect(Math.abs(result[key] / entry[key] - 1)).toBeLessThan(1e-9);
    }
  });
});

describe('weightedLeastSquares', () => {
  it('agrees with NumPy on columns that are nearly alike', () => {
    const { columns, y, weights, coefficients, fitted } = reference.leastSquares;
    const result = weightedLeastSquares(columns, y, weights);
    expectAllClose(result.fitted, fitted, 1e-9);
    result.coefficients.forEach((value, i) => {
      expect(Math.abs(value / coefficients[i] - 1)).toBeLessThan(1e-7);
    });
  });
});
