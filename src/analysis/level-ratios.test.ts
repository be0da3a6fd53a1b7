import { describe, expect, it } from 'vitest';
import { levelOffset } from '../core/level-offset.js';
import { levelRatiosFor, readLevelRatios } from './level-ratios.js';

const fitted = (values: Readonly<Record<string, number>>) =>
  Object.entries(values).map(([name, value]) => ({ name, value, n: 12 }));

const RATIOS = readLevelRatios(
  fitted({
    'design-effect': 1.4,
    'level-ratio.filed.senior-over-mid': 0.16,
    'level-ratio.filed.senior-over-mid.sd': 0.01,
    'level-ratio.filed.senior-over-mid.role-sd': 0.05,
    'level-ratio.filed.senior-over-unstated': 0.08,
    'level-ratio.filed.senior-over-unstated.sd': 0.02,
    'level-ratio.filed.machine-learning.senior-over-mid': 0.3,
    'level-ratio.filed.machine-learning.senior-over-mid.sd': 0.02,
    'level-ratio.posted.senior-over-mid': 0.2,
  }),
);

describe('ratios of levels among the parameters', () => {
  it('are read by basis and family, with their errors', () => {
    expect([...RATIOS.keys()]).toEqual(['filed', 'filed.machine-learning']);
    expect(RATIOS.get('filed')).toEqual([
      { lower: 'mid', higher: 'senior', log: 0.16, sd: 0.01, roleSd: 0.05, n: 12 },
      { lower: null, higher: 'senior', log: 0.08, sd: 0.02, n: 12 },
    ]);
  });

  it('are left out without an error, and for levels nobody knows', () => {
    expect(RATIOS.has('posted')).toBe(false);
    const odd = { 'level-ratio.filed.senior-over-wizard': 1, 'level-ratio.filed.senior-over-wizard.sd': 1 };
    expect(readLevelRatios(fitted(odd)).size).toBe(0);
  });

  it('are none in a market without them', () => {
    expect(readLevelRatios([]).size).toBe(0);
    expect(levelRatiosFor(new Map(), 'filed', 'software')).toEqual([]);
  });

  it("are a family's own before those of all roles", () => {
    const offset = (family: string | null) => levelOffset(levelRatiosFor(RATIOS, 'filed', family), null, 'mid')!.log;
    expect(offset(null)).toBeCloseTo(0.08 - 0.16, 12);
    expect(offset('software')).toBeCloseTo(0.08 - 0.16, 12);
    expect(offset('machine-learning')).toBeCloseTo(0.08 - 0.3, 12);
  });
});
