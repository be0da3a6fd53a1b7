import { describe, expect, it } from 'vitest';
import { type LevelRatio, levelOffset } from './level-offset.js';

const ratio = (
  lower: LevelRatio['lower'],
  higher: LevelRatio['higher'],
  log: number,
  sd = 0.01,
  n = 20,
): LevelRatio => ({
  lower,
  higher,
  log,
  sd,
  n,
});
const LADDER = [ratio('entry', 'mid', 0.2), ratio('mid', 'senior', 0.25, 0.02, 15), ratio('senior', 'lead', 0.15)];

describe('levelOffset', () => {
  it('adds log ratios and variances along the chain', () => {
    expect(levelOffset(LADDER, 'entry', 'lead')).toEqual({
      log: expect.closeTo(0.6, 12),
      sd: expect.closeTo(Math.sqrt(0.0006), 12),
      n: 15,
      path: ['entry', 'mid', 'senior', 'lead'],
    });
  });

  it('goes down as it goes up', () => {
    expect(levelOffset(LADDER, 'lead', 'entry')!.log).toBeCloseTo(-0.6, 12);
    expect(levelOffset(LADDER, 'lead', 'entry')!.sd).toBeCloseTo(levelOffset(LADDER, 'entry', 'lead')!.sd, 12);
  });

  it('takes the surer of a direct ratio and a chain', () => {
    const direct = (sd: number) => levelOffset([...LADDER, ratio('entry', 'senior', 0.5, sd)], 'entry', 'senior')!;
    expect(direct(0.02).log).toBe(0.5);
    expect(direct(0.03).log).toBeCloseTo(0.45, 12);
  });

  it('is less sure for one role where roles are known to differ', () => {
    const spread = { ...ratio('mid', 'senior', 0.25, 0.03), roleSd: 0.04 };
    expect(levelOffset([spread], 'mid', 'senior')!.sd).toBeCloseTo(0.05, 12);
  });

  it('knows jobs without a stated level as a level', () => {
    const ratios = [...LADDER, ratio(null, 'senior', 0.1)];
    expect(levelOffset(ratios, null, 'mid')!.log).toBeCloseTo(-0.15, 12);
    expect(levelOffset(ratios, 'lead', null)!.path).toEqual(['lead', 'senior', null]);
  });

  it('is nothing where no chain joins the two, and no change from a level to itself', () => {
    expect(levelOffset(LADDER, 'entry', 'director')).toBeNull();
    expect(levelOffset(LADDER, null, 'entry')).toBeNull();
    expect(levelOffset([], 'mid', 'mid')).toMatchObject({ log: 0, sd: 0, path: ['mid'] });
  });
});
