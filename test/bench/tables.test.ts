import { describe, expect, it } from 'vitest';
import { backtestTable } from '../../bench/backtest.mjs';
import { calibrationTable } from '../../bench/calibration.mjs';
import { growthTable } from '../../bench/growth.mjs';
import { verdict, verify, WrongAnswer } from '../../bench/measurement.mjs';
import { measurementTable } from '../../bench/scoreboard.mjs';
import { spreadOf, spreadText } from '../../bench/spread.mjs';
import type { Coverage } from '../../src/models/backtest/interval-coverage.js';

describe('spreads', () => {
  it('are median and extremes, in any order of runs', () => {
    expect(spreadOf([3, 1, 10])).toEqual({ median: 3, low: 1, high: 10, n: 3 });
    expect(spreadOf([4, 1, 2, 3]).median).toBe(2.5);
    expect(spreadText(spreadOf([0.5, 0.25]), 2)).toBe('0.38 (0.25 to 0.50, 2 runs)');
  });
});

describe('verdicts', () => {
  const row = { what: 'w', value: '1', reference: '', hold: 'at most 2', met: true, miss: '3 over' };

  it('say by how much a hold was missed', () => {
    expect(verdict(row)).toBe('met');
    expect(verdict({ ...row, met: false })).toBe('missed: 3 over');
    expect(measurementTable([{ ...row, met: false }])).toContain('| at most 2 | missed: 3 over |');
    expect(measurementTable([{ ...row, hold: '', met: null }])).toContain('| none | no hold |');
  });

  it('are not given for a wrong answer', () => {
    expect(() => verify(false, 'two is three')).toThrow(WrongAnswer);
    expect(() => verify(true, 'two is two')).not.toThrow();
  });
});

describe('the table of scores', () => {
  const row = {
    id: 'pinball.cv.filed',
    metric: 'loss',
    value: 0.98765,
    reference: 'r',
    hold: 'at most 0.07; band',
    limits: { low: null, high: 0.07 },
    met: false,
    n: 12,
    counted: 'offers',
    parts: [
      { name: 'band', value: 0.5, n: 3, hold: '0.78 to 0.82', met: false },
      { name: 'other', value: 1, n: 4, hold: null, met: null },
    ],
  } as const;
  const board = {
    schema: 'goingrate.scoreboard/1',
    asOf: '2026-08-08',
    summary: { met: 1, missed: 1, reported: 1 },
    scoreboard: [
      row,
      { ...row, id: 'defects.site', value: 0, met: true, standardError: 0.01, recordedOn: '2026-01-02' },
      { ...row, id: 'levels.order', hold: null, met: null },
    ],
    notes: [],
  } as const;

  it('writes each score with its verdict and the day of its record', () => {
    const table = backtestTable(board);
    expect(table).toContain('| `pinball.cv.filed` | loss | 0.9877 | 12 offers | r | at most 0.07; band | missed |');
    expect(table).toContain(
      '| 0 (standard error 0.0100) | 12 offers | r | at most 0.07; band | met; recorded 2026-01-02 |',
    );
    expect(table).toContain('| none | reported |');
    expect(table).toContain('1 met, 1 missed, 1 reported without a hold. Data to 2026-08-08.');
  });

  it('writes the figures behind a miss, and no others', () => {
    const [, misses] = backtestTable(board).split('Data to 2026-08-08.');
    expect(misses?.trim().split('\n')).toEqual([
      '- `pinball.cv.filed` is 0.9877; hold: at most 0.07; band.',
      '  - band: 0.5000 (n 3); hold: 0.78 to 0.82.',
    ]);
  });
});

describe('the table of coverage', () => {
  const row: Coverage = {
    scenario: 's',
    fit: 'empirical',
    icc: 0,
    effectiveEmployers: 12,
    p: 0.5,
    replications: 100,
    coverage: 0.8,
    standardError: 0.04,
    biasPercent: 1,
    rmsePercent: 2,
    hold: 0.88,
    upperHold: null,
    met: false,
  };

  it('marks a miss with the hold it missed', () => {
    const table = calibrationTable([row, { ...row, p: 0.9, coverage: 0.9, met: true }]);
    expect(table).toContain('| s | 12 | 1% |  |  | 0.800 (>= 0.88) |  | 0.900 |');
    expect(table).toContain('1 of 2 holds met, 1 missed');
  });

  it('marks coverage above the upper hold', () => {
    expect(calibrationTable([{ ...row, coverage: 0.99, upperHold: 0.97 }])).toContain('0.990 (<= 0.97)');
  });

  it('says when nothing is recorded', () => {
    expect(calibrationTable([])).toBe('Not recorded yet.');
  });
});

describe('the table of growth', () => {
  const rows = (pooled: number) =>
    (['last-value', 'overall-growth', 'mean-growth', 'pooled'] as const).flatMap((rule) =>
      ([2024, 'pooled', 2023] as const).map((origin) => ({
        rule,
        origin,
        errorPercent: rule === 'pooled' ? pooled : 2,
        n: 5,
      })),
    );

  it('orders the origins and puts all of them last', () => {
    expect(growthTable(rows(1.8))).toContain('| rule | 2023 (n 5) | 2024 (n 5) | all three (n 5) |');
  });

  it('holds pooled growth against both rules', () => {
    expect(growthTable(rows(1.8)).match(/\| met \|/g)).toHaveLength(2);
    expect(growthTable(rows(1.9)).match(/\| missed \|/g)).toHaveLength(1);
    expect(growthTable(rows(2.1)).match(/\| missed \|/g)).toHaveLength(2);
  });
});
