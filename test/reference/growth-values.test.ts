/** Growth with gaps and longer horizons, and the damped trend, against NumPy and SciPy. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type AnnualGrowth, dampedTrend, growthComponents, pooledGrowth } from '../../src/stats/index.js';

interface PooledReference {
  readonly occupation: number;
  readonly meanYears: number;
  readonly ownWeight: number;
  readonly growth: number;
  readonly halfWidth90: Record<string, number>;
}

interface DampedReference {
  readonly name: string;
  readonly series: number[];
  readonly parameters: [number, number, number];
  readonly residualSd: number;
  readonly forecasts: [number, number, number][];
  readonly squares: number;
  readonly squaresWithoutGrid: number;
}

const reference = JSON.parse(readFileSync(new URL('./growth.json', import.meta.url), 'utf8'));

describe('pooled growth of a panel with gaps', () => {
  const rows = reference.pooledGrowth.rows as AnnualGrowth[];
  const components = growthComponents(rows);

  it('has the same components', () => {
    for (const key of ['mean', 'betweenVariance', 'withinVariance', 'shockVariance'] as const) {
      expect(components[key]).toBeCloseTo(reference.pooledGrowth[key], 14);
    }
  });

  it.each(reference.pooledGrowth.pooled as PooledReference[])(
    'occupation $occupation, mean over $meanYears years, has the same growth and intervals',
    ({ occupation, meanYears, ownWeight, growth, halfWidth90 }) => {
      const own = rows.filter((row) => row.occupation === `o${occupation}`);
      const pooled = pooledGrowth(own, { ...components, meanYears });
      expect(pooled.ownWeight).toBeCloseTo(ownWeight, 12);
      expect(pooled.growth).toBeCloseTo(growth, 13);
      for (const [horizon, half] of Object.entries(halfWidth90)) {
        expect(pooled.halfWidth(0.9, Number(horizon))).toBeCloseTo(half, 12);
      }
    },
  );
});

describe('damped trend', () => {
  it.each(reference.dampedTrend as DampedReference[])(
    '$name: parameters, forecasts and half-widths agree',
    ({ series, parameters, residualSd, forecasts }) => {
      const fit = dampedTrend(series);
      expect(fit.parameters.alpha).toBeCloseTo(parameters[0], 12);
      expect(fit.parameters.beta).toBeCloseTo(parameters[1], 12);
      expect(fit.parameters.phi).toBeCloseTo(parameters[2], 12);
      expect(fit.residualSd).toBeCloseTo(residualSd, 12);
      for (const [steps, logLevel, half] of forecasts) {
        expect(fit.logForecast(steps)).toBeCloseTo(logLevel, 11);
        expect(fit.halfWidth(0.9, steps)).toBeCloseTo(half, 11);
      }
    },
  );

  it.each(reference.dampedTrend as DampedReference[])(
    '$name: the grid of parameters costs under 1% of the squared errors of a free search',
    ({ squares, squaresWithoutGrid }) => {
      expect(squares / squaresWithoutGrid).toBeLessThan(1.01);
    },
  );
});
