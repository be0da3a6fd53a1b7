import { describe, expect, it } from 'vitest';
import { observation, offersOf } from '../../test/fixtures/market-rows.js';
import { NO_INDEX, questionWith } from '../../test/fixtures/question.js';
import type { LevelId } from '../core/level.js';
import { inversions, levelLadder } from './levels.js';
import type { PayObservation } from './observation.js';
import { noKnownCells } from './pay.js';

const at = (level: LevelId, count: number, low: number): PayObservation[] =>
  offersOf(count, () => ({ level, statedLow: low, statedHigh: low + 20_000 }));
const ladder = (rows: readonly PayObservation[]) =>
  levelLadder(rows, 'posted', questionWith(), {
    ageing: NO_INDEX,
    designEffect: 2,
    known: noKnownCells(),
    borrow: true,
  });

describe('the ladder of levels', () => {
  it('has a rung for every level seen, interns and bare titles apart', () => {
    const rows = [
      ...at('senior', 12, 100_000),
      ...at('entry', 3, 60_000),
      ...at('intern', 30, 30_000),
      observation({ level: null }),
      observation({ level: 'vp', basis: 'filed' }),
    ];
    expect(ladder(rows).map((entry) => entry.level.id)).toEqual(['entry', 'senior']);
    expect(ladder([])).toEqual([]);
  });

  it('tells a figure of the level from one of all levels, and what the level itself holds', () => {
    const [entry, senior] = ladder([...at('entry', 3, 60_000), ...at('senior', 12, 100_000)]);
    expect([entry!.ofThisLevel, entry!.pay.carried!.scope.kind, entry!.pay.asked.n]).toEqual([false, 'all-levels', 3]);
    expect([senior!.ofThisLevel, senior!.pay.carried!.scope.kind]).toEqual([true, 'asked']);
    expect(senior!.pay.carried!.percentiles['50']!.value).toBeCloseTo(110_000, 6);
  });

  it('shows only percentiles of the level itself', () => {
    const [senior] = ladder([...at('senior', 10, 100_000), ...at('lead', 60, 150_000)]);
    expect(Object.keys(senior!.pay.carried!.percentiles)).toEqual(['50']);
  });
});

describe('an inversion', () => {
  it('is a higher level of the same track that shows less', () => {
    const rows = [...at('mid', 12, 120_000), ...at('senior', 12, 100_000), ...at('principal', 12, 180_000)];
    expect(inversions(ladder(rows)).map(({ lower, higher }) => `${higher.id} < ${lower.id}`)).toEqual(['senior < mid']);
    const [found] = inversions(ladder(rows));
    expect(found!.lowerValue).toBeCloseTo(130_000, 6);
    expect(found!.higherValue).toBeCloseTo(110_000, 6);
  });

  it('is none between tracks, between equal ranks, at equal pay or of all levels together', () => {
    expect(inversions(ladder([...at('senior', 12, 150_000), ...at('manager', 12, 100_000)]))).toEqual([]);
    expect(inversions(ladder([...at('lead', 12, 150_000), ...at('staff', 12, 100_000)]))).toEqual([]);
    expect(inversions(ladder([...at('mid', 12, 100_000), ...at('senior', 12, 100_000)]))).toEqual([]);
    expect(inversions(ladder([...at('mid', 12, 150_000), ...at('senior', 3, 60_000)]))).toEqual([]);
  });
});
