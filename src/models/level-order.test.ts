import { describe, expect, it } from 'vitest';
import { memoryStore } from '../../test/contract/memory-store.js';
import { payRow } from '../../test/fixtures/market-rows.js';
import type { LevelId } from '../core/level.js';
import { evaluateLevelOrder, type LeveledOffer, levelOrderScore } from './level-order.js';

const offer = (
  employer: number,
  level: LevelId,
  pay: number,
  role = 'data-engineer',
  source = 'boards',
): LeveledOffer => ({
  source,
  employer,
  role,
  level,
  pay,
});

describe('the order of levels inside employers', () => {
  it('is judged by mean log pay, equal pay being in order', () => {
    const score = levelOrderScore([
      offer(1, 'mid', 100),
      offer(1, 'senior', 120),
      offer(2, 'mid', 100),
      offer(2, 'senior', 100),
      offer(3, 'mid', 100),
      offer(3, 'senior', 90),
      offer(3, 'senior', 105),
    ]);
    expect(score).toEqual({ share: 2 / 3, n: 3, byPair: [{ lower: 'mid', higher: 'senior', share: 2 / 3, n: 3 }] });
  });

  it('weighs each employer once, however many roles it has', () => {
    const many = ['a', 'b', 'c', 'd'].flatMap((role) => [offer(1, 'mid', 100, role), offer(1, 'senior', 90, role)]);
    const mixed = [offer(2, 'mid', 100), offer(2, 'senior', 110), offer(2, 'lead', 105)];
    const { share, n, byPair } = levelOrderScore([...many, ...mixed]);
    expect(share).toBeCloseTo((0 + 1 / 2) / 2, 12);
    expect(n).toBe(2);
    expect(byPair).toEqual([
      { lower: 'mid', higher: 'senior', share: 0.5, n: 2 },
      { lower: 'senior', higher: 'lead', share: 0, n: 1 },
    ]);
  });

  it('compares neighbours of one track in one role of one source', () => {
    const apart = [
      [offer(1, 'entry', 100), offer(1, 'senior', 90)],
      [offer(1, 'senior', 100), offer(1, 'manager', 90)],
      [offer(1, 'lead', 100), offer(1, 'staff', 90)],
      [offer(1, 'intern', 100), offer(1, 'entry', 90)],
      [offer(1, 'mid', 100), offer(2, 'senior', 90)],
      [offer(1, 'mid', 100, 'a'), offer(1, 'senior', 90, 'b')],
      [offer(1, 'mid', 100, 'a', 'boards'), offer(1, 'senior', 90, 'a', 'filings')],
    ];
    for (const offers of apart) expect(levelOrderScore(offers)).toEqual({ share: null, n: 0, byPair: [] });
  });

  it('is read from US offers of known employers, roles and levels', async () => {
    const at = (annual: number, changes: Parameters<typeof payRow>[0]) =>
      payRow({ annualLow: annual, annualHigh: annual, ...changes });
    const pay = [
      at(100_000, { level: 'mid' }),
      at(120_000, { level: 'senior' }),
      at(100_000, { level: 'mid', basis: 'filed', source: 'filings' }),
      at(90_000, { level: 'senior', basis: 'filed', source: 'filings' }),
      at(10_000, { level: 'staff', country: 'DE', currency: 'EUR' }),
      at(10_000, { level: 'staff', currency: 'EUR' }),
      at(10_000, { level: 'staff', employer: null }),
      at(10_000, { level: 'staff', role: null }),
      at(10_000, { level: 'staff', basis: 'paid' }),
      at(10_000, { level: null }),
    ];
    const store = memoryStore({ pay });
    expect(await evaluateLevelOrder(store, 'posted')).toMatchObject({ share: 1, n: 1 });
    expect(await evaluateLevelOrder(store, 'filed')).toMatchObject({ share: 0, n: 1 });
    expect(await evaluateLevelOrder(store)).toMatchObject({ share: 0.5, n: 1 });
  });
});
