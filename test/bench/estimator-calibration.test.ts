import { describe, expect, it } from 'vitest';
import { calibrationTable } from '../../bench/calibration.mjs';
import { estimatorTables } from '../../bench/estimator-calibration.mjs';
import type { Measured } from '../calibration/measured.js';

const row: Measured = {
  suite: 'shrinkage',
  scenario: 'two points',
  measure: 'coverage',
  value: 0.91239,
  standardError: 0.0031,
  replications: 200,
  low: 0.88,
  high: null,
  met: true,
};

describe('tables of estimators', () => {
  it('have a line a scenario and a column a measure', () => {
    const [table] = estimatorTables([
      row,
      { ...row, measure: 'bias, percent', value: -1.26, standardError: 0.21, low: null, met: null },
      { ...row, scenario: 'normal' },
    ]);
    expect(table).toContain('| shrinkage, simulated | coverage | bias, percent |');
    expect(table).toContain('| two points | 0.912 ± 0.003 | -1.3 ± 0.2 |');
    expect(table).toContain('| normal | 0.912 ± 0.003 |  |');
    expect(table).toContain('Holds: coverage >= 0.88. 2 of 2 met, 0 missed. 200 replications each');
  });

  it('mark a miss with the hold it missed', () => {
    const [table] = estimatorTables([{ ...row, value: 0.5, met: false }]);
    expect(table).toContain('0.500 ± 0.003 (>= 0.88)');
    expect(table).toContain('0 of 1 met, 1 missed');
  });

  it('write limits on both sides, and say where there are none', () => {
    expect(estimatorTables([{ ...row, high: 0.97 }])[0]).toContain('coverage 0.88 to 0.97');
    expect(estimatorTables([{ ...row, low: null, met: null }])[0]).toContain('Reported without a hold.');
  });

  it('follow one another by suite, after the intervals', () => {
    const text = calibrationTable([row, { ...row, suite: 'damped trend' }]);
    expect(text.indexOf('shrinkage, simulated')).toBeLessThan(text.indexOf('damped trend, simulated'));
    expect(estimatorTables([])).toEqual([]);
  });
});
