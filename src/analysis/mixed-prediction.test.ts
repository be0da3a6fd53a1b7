import { describe, expect, it } from 'vitest';
import { observation, offersOf } from '../../test/fixtures/market-rows.js';
import type { PayPrediction } from '../core/pay-model.js';
import { describeCell } from './estimate.js';
import { levelShares, mixedPrediction } from './mixed-prediction.js';
import { mixedQuantile } from './mixed-quantile.js';
import type { PayObservation } from './observation.js';

const cell = (rows: readonly PayObservation[], source = 'boards') => describeCell(rows, source, 1);
const of = (level: PayObservation['level'], employers: number, from = 0) =>
  offersOf(employers, (index) => ({ level, employer: from + index }));

describe('shares of levels', () => {
  it('count an employer once and a source like any other', () => {
    const flood = Array.from({ length: 90 }, () => observation({ level: 'senior', employer: 0 }));
    const boards = cell([...of('mid', 3, 1), ...flood]);
    expect(Object.fromEntries(levelShares([boards]))).toEqual({ mid: 0.75, senior: expect.closeTo(0.25, 9) });
    const index = cell(of('lead', 200), 'index');
    expect(levelShares([boards, index]).get('lead')).toBeCloseTo(0.5, 9);
  });

  it('leave interns out, and are of none stated where nothing is known', () => {
    expect([...levelShares([cell([...of('intern', 5), ...of(null, 5, 5)])])]).toEqual([[null, expect.closeTo(1, 9)]]);
    expect([...levelShares([cell([]), cell(of('intern', 3))])]).toEqual([[null, 1]]);
  });
});

const prediction = (centre: number, variance = 0.01): PayPrediction => ({
  centre,
  date: '2026-04-15',
  cellVariance: variance,
  cellKurtosis: 3,
  predictionVariance: 0.001,
  residuals: {
    '10': { value: -0.3, sd: 0.01 },
    '25': { value: -0.15, sd: 0.01 },
    '50': { value: 0, sd: 0.01 },
    '75': { value: 0.15, sd: 0.01 },
    '90': { value: 0.3, sd: 0.01 },
  },
  behind: 'role',
  n: 900,
  employers: 90,
  sources: ['boards'],
  period: { from: '2025-01-01', to: '2026-03-31' },
});

describe('a mixed prediction', () => {
  it('of one part is that part', () => {
    const mixed = mixedPrediction([{ share: 0.4, prediction: prediction(12) }]);
    expect(mixed.centre).toBeCloseTo(12, 9);
    expect(mixed.residuals['90'].value).toBeCloseTo(0.3, 9);
  });

  it('lies between its parts and is wider than each', () => {
    const mixed = mixedPrediction([
      { share: 0.5, prediction: prediction(11.8, 0.01) },
      { share: 0.5, prediction: prediction(12.2, 0.03) },
    ]);
    expect(mixed.centre).toBeCloseTo(12, 6);
    expect(mixed.residuals['90'].value).toBeGreaterThan(0.35);
    expect(mixed.cellVariance).toBeCloseTo(0.02, 12);
    const low = mixedPrediction([
      { share: 0.9, prediction: prediction(11.8) },
      { share: 0.1, prediction: prediction(12.2) },
    ]);
    expect(low.centre).toBeGreaterThan(11.8);
    expect(low.centre).toBeLessThan(11.9);
  });
});

describe('the quantile of a mixture', () => {
  it('inverts the share below', () => {
    const at = (log: number) => [
      { score: -1, log: log - 0.2 },
      { score: 1, log: log + 0.2 },
    ];
    expect(mixedQuantile([{ share: 1, points: at(11) }], 0.5)).toBeCloseTo(11, 9);
    const apart = [
      { share: 3, points: at(11) },
      { share: 1, points: at(13) },
    ];
    // Three quarters lie around 11, the rest far above.
    expect(mixedQuantile(apart, 0.375)).toBeCloseTo(11, 6);
    expect(mixedQuantile(apart, 0.875)).toBeCloseTo(13, 6);
  });
});
